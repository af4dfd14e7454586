package io.storeops.examples.replay;

import io.storeops.figures.Reading;
import java.time.Instant;

/**
 * A reading on its way to the library.
 *
 * @param seq its number in the file
 * @param at when it arrives
 * @param reading the reading
 */
record Arrival(String seq, Instant at, Reading reading) {}
