/**
 * The rows of a table that is kept by month, of which only some months are in memory: those that a question concerns are
 * fetched. Used by the storage of files alone.
 */
@NullMarked
package io.storeops.adapter.csv.months;

import org.jspecify.annotations.NullMarked;
