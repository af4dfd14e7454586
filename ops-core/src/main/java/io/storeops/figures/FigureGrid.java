package io.storeops.figures;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** The figures of a day's slots while they are derived, metric by metric. Not thread-safe. */
// The ordinals index a row of values for each slot.
@SuppressWarnings("EnumOrdinal")
final class FigureGrid {
    private static final int METRICS = Metric.all().size();

    private final int[] present;
    private final long[] values;

    FigureGrid(int slots) {
        this.present = new int[slots];
        this.values = new long[slots * METRICS];
    }

    /** Sets the value of a metric in a slot, 1 to n+1. */
    void set(int slot, Metric metric, long value) {
        int at = slot - 1;
        present[at] |= 1 << metric.ordinal();
        values[at * METRICS + metric.ordinal()] = value;
    }

    List<Figures> build() {
        ImmutableList.Builder<Figures> figures = ImmutableList.builderWithExpectedSize(present.length);
        for (int at = 0; at < present.length; at++) {
            figures.add(Figures.of(present[at], values, at * METRICS));
        }
        return figures.build();
    }
}
