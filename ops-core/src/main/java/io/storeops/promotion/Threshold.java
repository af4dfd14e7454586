package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

/**
 * What an order must reach in the scope of a promotion, at or above. Immutable.
 *
 * @param on what is measured
 * @param value minor units for an amount, units for a count; 1 to {@link Cut#MOST_MINOR}
 * @param each whether the promotion applies once for every full threshold (每满) rather than once
 */
public record Threshold(On on, long value, boolean each) {
    /** What a threshold measures. */
    public enum On {
        /** The amount of the lines in scope, in minor units. */
        AMOUNT,
        /** The units of the lines in scope. */
        COUNT
    }

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public Threshold {
        requireNonNull(on, "on");
        if (value < 1 || value > Cut.MOST_MINOR) {
            throw new IllegalArgumentException("A threshold is 1 to " + Cut.MOST_MINOR + ", not " + value);
        }
    }

    /**
     * A threshold on the amount, applied once.
     *
     * @param minor the amount in minor units, 1 or more
     * @return the threshold
     * @throws IllegalArgumentException if it is out of range
     */
    public static Threshold amount(long minor) {
        return new Threshold(On.AMOUNT, minor, false);
    }

    /**
     * A threshold on the units, applied once.
     *
     * @param units how many, 1 or more
     * @return the threshold
     * @throws IllegalArgumentException if it is out of range
     */
    public static Threshold count(long units) {
        return new Threshold(On.COUNT, units, false);
    }

    /**
     * The same, applied for every time that it is reached.
     *
     * @return the threshold
     */
    public Threshold forEach() {
        return new Threshold(on, value, true);
    }
}
