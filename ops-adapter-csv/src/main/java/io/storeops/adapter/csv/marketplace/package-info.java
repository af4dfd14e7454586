/**
 * Files that people export from a marketplace, read through a declared {@code Profile}. Nothing is guessed: encoding, header,
 * formats, zone and units stand in the profile; what contradicts it is refused with file, line and column.
 */
@NullMarked
package io.storeops.adapter.csv.marketplace;

import org.jspecify.annotations.NullMarked;
