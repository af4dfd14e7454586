package io.storeops.competitor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A counter of a rival's item that is lower than it was, which no sale and no comment can make it: the figure is told and not trusted.
 * Immutable.
 *
 * @param itemId the rival's item
 * @param observedAt the instant of the lower number
 * @param counter which counter
 * @param was what it was in the observation before
 * @param is what it is
 */
public record FallenCounter(String itemId, Instant observedAt, Counter counter, long was, long is) {
    /** The counters. */
    public enum Counter {
        /** The count of sales. */
        SALES,
        /** The count of comments. */
        COMMENTS
    }

    /**
     * Checks that it fell.
     *
     * @throws IllegalArgumentException if it did not
     */
    public FallenCounter {
        requireNonNull(itemId, "itemId");
        requireNonNull(observedAt, "observedAt");
        requireNonNull(counter, "counter");
        if (is >= was) {
            throw new IllegalArgumentException(
                    "The counter " + counter + " of " + itemId + " did not fall from " + was + " to " + is);
        }
    }
}
