package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A subject's day, derived metric by metric: the figures of each slot, what is merged, and the totals (R20, R30, R34, D70).
 * Derived anew whenever it is wanted; never stored.
 *
 * @param subject of whom
 * @param date the date in the store's zone
 * @param slots the figures of slots 1 to n+1; a metric that is missing in a slot is missing there
 * @param merged what adjoining slots have together, by metric and slot
 * @param totals the day so far: the last cumulative reading, or the sum of direct values where adding up is allowed and no
 *     slot so far is missing; a metric that the last slot with a reading does not tell is missing
 * @param lastSlot the number of the last slot with a reading, 0 if there is none
 * @param estimated the slots with a value that is not ACTUAL, and of merged ones the last
 */
public record SubjectDay(
        Subject subject,
        LocalDate date,
        List<Figures> slots,
        List<MergedSpan> merged,
        Figures totals,
        int lastSlot,
        SortedSet<Integer> estimated) {
    /** Copies the lists. */
    public SubjectDay {
        requireNonNull(subject, "subject");
        requireNonNull(date, "date");
        slots = ImmutableList.copyOf(slots);
        merged = ImmutableList.copyOf(merged);
        requireNonNull(totals, "totals");
        estimated = ImmutableSortedSet.copyOfSorted(estimated);
    }

    /**
     * Derives a day. The order of the readings does not matter; of several versions of a slot the latest that speaks of a metric
     * counts for it.
     *
     * @param subject of whom
     * @param date the date in the store's zone
     * @param slotCount how many slots the day has
     * @param readings the accepted readings of the subject and date
     * @return the day
     * @throws IllegalArgumentException if a reading has a slot that the day does not have, or counters and direct values of a metric
     *     are mixed
     */
    public static SubjectDay derive(Subject subject, LocalDate date, int slotCount, Iterable<ReadingVersion> readings) {
        // A day is derived at every look at it: where each slot has one reading of one kind, its metrics share them.
        @Nullable ReadingVersion[] bySlot = new @Nullable ReadingVersion[slotCount + 1];
        @Nullable Semantics semantics = null;
        boolean plain = true;
        int told = 0;
        int last = 0;
        for (ReadingVersion version : readings) {
            int slot = version.slot().number();
            if (slot > slotCount) {
                throw new IllegalArgumentException("The day has slots 1 to " + slotCount + ", not " + version.slot());
            }
            Reading reading = version.reading();
            plain &= bySlot[slot] == null && (semantics == null || semantics == reading.semantics());
            bySlot[slot] = version;
            semantics = reading.semantics();
            told |= reading.figures().present();
            last = Math.max(last, slot);
        }
        Builder day = new Builder(slotCount, last);
        for (int left = told; left != 0; left &= left - 1) {
            Metric metric = Metric.all().get(Integer.numberOfTrailingZeros(left));
            MetricDay known =
                    plain ? new MetricDay(metric, bySlot, semantics) : MetricDay.of(metric, slotCount, readings);
            if (known.mixed()) {
                throw new IllegalArgumentException("The readings of " + subject + " on " + date
                        + " mix counters and direct values, which is never derived");
            }
            known.derive(day);
        }
        return day.build(subject, date);
    }

    /**
     * The figures of a slot.
     *
     * @param number 1 to n+1
     * @return its figures, {@link Figures#NONE} if all are missing
     * @throws IndexOutOfBoundsException if the day has no such slot
     */
    public Figures slot(int number) {
        return slots.get(number - 1);
    }

    /** Collects what the metrics came to. Not thread-safe. */
    static final class Builder {
        private final FigureGrid slots;
        private final List<MergedSpan> merged = new ArrayList<>();
        private final Figures.Builder totals = Figures.builder();
        private final int lastSlot;
        private SortedSet<Integer> estimated = ImmutableSortedSet.of();

        private Builder(int slotCount, int lastSlot) {
            this.slots = new FigureGrid(slotCount);
            this.lastSlot = lastSlot;
        }

        int lastSlot() {
            return lastSlot;
        }

        void slot(int number, Metric metric, long value, boolean estimate) {
            slots.set(number, metric, value);
            mark(number, estimate);
        }

        void merged(MergedSpan span, boolean estimate) {
            merged.add(span);
            mark(span.last(), estimate);
        }

        private void mark(int number, boolean estimate) {
            if (estimate) {
                if (estimated.isEmpty()) {
                    estimated = new TreeSet<>();
                }
                estimated.add(number);
            }
        }

        void total(Metric metric, long value) {
            totals.set(metric, value);
        }

        private SubjectDay build(Subject subject, LocalDate date) {
            return new SubjectDay(subject, date, slots.build(), merged, totals.build(), lastSlot, estimated);
        }
    }
}
