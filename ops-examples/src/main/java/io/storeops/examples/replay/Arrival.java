package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.figures.Reading;
import java.time.Instant;

/**
 * A reading on its way to the library.
 *
 * @param seq its number in the file
 * @param at when it arrives
 * @param reading the reading
 */
record Arrival(String seq, Instant at, Reading reading) {
    Arrival {
        requireNonNull(seq, "seq");
        requireNonNull(at, "at");
        requireNonNull(reading, "reading");
    }
}
