/**
 * Strict reading of any delimited file, whatever its rows are: encoding, quoting, header, numbers, times and ids as they are declared.
 * Not exported.
 */
@NullMarked
package io.storeops.adapter.csv.file;

import org.jspecify.annotations.NullMarked;
