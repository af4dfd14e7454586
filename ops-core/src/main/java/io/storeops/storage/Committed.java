package io.storeops.storage;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;

/**
 * The receipt of a commit.
 *
 * @param id the id given by the caller
 * @param number 1, 2, 3 ... per store, without gaps: the order in which things became known
 * @param at the storage's own time of the commit, in whole microseconds
 */
public record Committed(CommitId id, long number, Instant at) implements Serializable {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public Committed {
        requireNonNull(id, "id");
        requireNonNull(at, "at");
        if (number < 1) {
            throw new IllegalArgumentException("A commit number is 1 or more, not " + number);
        }
    }
}
