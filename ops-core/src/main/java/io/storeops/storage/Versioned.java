package io.storeops.storage;

import static java.util.Objects.requireNonNull;

/**
 * A record with the revision it had when read.
 *
 * @param <R> the record's type
 * @param value the record
 * @param revision 1 when inserted, one more at each replacement
 */
public record Versioned<R>(R value, long revision) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the revision is below 1
     */
    public Versioned {
        requireNonNull(value, "value");
        if (revision < 1) {
            throw new IllegalArgumentException("A revision is 1 or more, not " + revision);
        }
    }
}
