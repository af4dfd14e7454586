/** CSV files behind the ports. */
@NullMarked
package io.storeops.adapter.csv;

import org.jspecify.annotations.NullMarked;
