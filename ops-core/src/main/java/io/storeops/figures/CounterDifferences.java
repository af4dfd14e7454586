package io.storeops.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns a day's counters into slot values, slot by slot: each metric less what it was at the slot before, and where it was
 * missed in between, one merged span (R20, R30). The counters begin with 0 at local midnight. Not thread-safe.
 */
final class CounterDifferences {
    private static final Comparator<MergedSpan> ORDER =
            Comparator.comparing(MergedSpan::metric).thenComparingInt(MergedSpan::first);

    private final int[] lastSlots = new int[Metric.all().size()];
    private final long[] lastValues = new long[Metric.all().size()];
    private final List<MergedSpan> merged = new ArrayList<>();

    CounterDifferences() {}

    /** The slot's own values. Slots are given in ascending order; those without a reading are left out. */
    Figures next(int slot, Figures counters) {
        Figures.Builder own = Figures.builder();
        for (int i = 0; i < lastSlots.length; i++) {
            Metric metric = Metric.all().get(i);
            if (counters.has(metric)) {
                long value = counters.get(metric);
                long difference = Math.subtractExact(value, lastValues[i]);
                if (lastSlots[i] == slot - 1) {
                    own.set(metric, difference);
                } else {
                    merged.add(new MergedSpan(metric, lastSlots[i] + 1, slot, difference));
                }
                lastSlots[i] = slot;
                lastValues[i] = value;
            }
        }
        return own.build();
    }

    List<MergedSpan> merged() {
        merged.sort(ORDER);
        return merged;
    }
}
