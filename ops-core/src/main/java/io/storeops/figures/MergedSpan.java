package io.storeops.figures;

import static java.util.Objects.requireNonNull;

/**
 * What adjoining slots have together, where the reading between them was missed for good (R30). Each slot alone stays
 * missing; nothing is guessed.
 *
 * @param metric the metric
 * @param first the first slot's number
 * @param last the last slot's number, greater than the first
 * @param value the value of all of them together
 */
public record MergedSpan(Metric metric, int first, int last, long value) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException unless at least two slots are merged
     */
    public MergedSpan {
        requireNonNull(metric, "metric");
        if (first < 1 || last <= first) {
            throw new IllegalArgumentException("A merged span has two slots or more, not " + first + " to " + last);
        }
    }
}
