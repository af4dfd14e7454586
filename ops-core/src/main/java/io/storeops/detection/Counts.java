package io.storeops.detection;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalLong;

/**
 * The counts of a figure in the slots of a day, as far as the day has come. A count that was not measured is missing, which is not 0.
 * Immutable and thread-safe.
 */
public final class Counts {
    private static final long MISSING = Long.MIN_VALUE;

    private final long[] values;

    private Counts(long[] values) {
        this.values = values;
    }

    /**
     * The counts of consecutive slots.
     *
     * @param counts one for each slot, empty if it is missing
     * @return the counts
     * @throws IllegalArgumentException if one is negative
     */
    public static Counts of(Collection<OptionalLong> counts) {
        long[] values = new long[counts.size()];
        int place = 0;
        for (OptionalLong count : counts) {
            if (count.isPresent() && count.getAsLong() < 0) {
                throw new IllegalArgumentException("A count is 0 or more, not " + count.getAsLong());
            }
            values[place++] = count.orElse(MISSING);
        }
        return new Counts(values);
    }

    /**
     * How many slots there are.
     *
     * @return the number, 0 or more
     */
    public int size() {
        return values.length;
    }

    /**
     * The count of a slot.
     *
     * @param index the slot, from 0
     * @return its count, empty if it is missing
     * @throws IndexOutOfBoundsException if there is no such slot
     */
    public OptionalLong get(int index) {
        return isMissing(index) ? OptionalLong.empty() : OptionalLong.of(values[index]);
    }

    boolean isMissing(int index) {
        return values[index] == MISSING;
    }

    /** The count of a slot that is not missing, to compute with. */
    double at(int index) {
        return (double) values[index];
    }

    /** Whether the count of a slot that is not missing is odd. */
    boolean isOdd(int index) {
        return values[index] % 2 != 0;
    }

    /** The sum of what is there, to compute with. */
    double sum() {
        return (double) Arrays.stream(values).filter(value -> value != MISSING).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts counts && Arrays.equals(values, counts.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.stream(values)
                .mapToObj(value -> value == MISSING ? "-" : Long.toString(value))
                .toList()
                .toString();
    }
}
