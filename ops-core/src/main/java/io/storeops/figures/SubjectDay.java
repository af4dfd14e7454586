package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject's day, derived: the figures of each slot, what is merged, and the totals (R20, R30, R34). Derived anew whenever
 * it is wanted; never stored.
 *
 * @param subject of whom
 * @param date the date in the store's zone
 * @param slots the figures of slots 1 to n+1; a metric that is missing in a slot is missing there
 * @param merged what adjoining slots have together, by metric and slot
 * @param totals the day so far: the last cumulative reading, or the sum of direct values where adding up is allowed and no
 *     slot so far is missing
 * @param lastSlot the number of the last slot with a reading, 0 if there is none
 */
public record SubjectDay(
        Subject subject, LocalDate date, List<Figures> slots, List<MergedSpan> merged, Figures totals, int lastSlot) {
    /** Copies the lists. */
    public SubjectDay {
        requireNonNull(subject, "subject");
        requireNonNull(date, "date");
        slots = ImmutableList.copyOf(slots);
        merged = ImmutableList.copyOf(merged);
        requireNonNull(totals, "totals");
    }

    /**
     * Derives a day. The order of the readings does not matter; of several versions of a slot the latest counts.
     *
     * @param subject of whom
     * @param date the date in the store's zone
     * @param slotCount how many slots the day has
     * @param readings the accepted readings of the subject and date
     * @return the day
     * @throws IllegalArgumentException if a reading has a slot that the day does not have, or counters and direct values are mixed
     */
    public static SubjectDay derive(Subject subject, LocalDate date, int slotCount, Iterable<ReadingVersion> readings) {
        @Nullable ReadingVersion[] latest = new @Nullable ReadingVersion[slotCount + 1];
        int last = 0;
        boolean delta = false;
        boolean counters = false;
        for (ReadingVersion version : readings) {
            int slot = version.slot().number();
            if (slot > slotCount) {
                throw new IllegalArgumentException("The day has slots 1 to " + slotCount + ", not " + version.slot());
            }
            ReadingVersion known = latest[slot];
            if (known == null || known.version() < version.version()) {
                latest[slot] = version;
            }
            last = Math.max(last, slot);
            counters |= version.reading().semantics() == Semantics.CUMULATIVE_DAY;
            delta |= version.reading().semantics() == Semantics.DELTA;
        }
        if (delta && counters) {
            throw new IllegalArgumentException("The readings of " + subject + " on " + date
                    + " mix counters and direct values, which is never derived");
        }
        return delta ? ofDirectValues(subject, date, latest, last) : ofCounters(subject, date, latest, last);
    }

    private static SubjectDay ofCounters(Subject subject, LocalDate date, @Nullable ReadingVersion[] latest, int last) {
        CounterDifferences differences = new CounterDifferences();
        ImmutableList.Builder<Figures> slots = ImmutableList.builderWithExpectedSize(latest.length - 1);
        for (int slot = 1; slot < latest.length; slot++) {
            ReadingVersion version = latest[slot];
            slots.add(
                    version == null
                            ? Figures.NONE
                            : differences.next(slot, version.reading().figures()));
        }
        return new SubjectDay(subject, date, slots.build(), differences.merged(), figuresOf(latest[last]), last);
    }

    private static SubjectDay ofDirectValues(
            Subject subject, LocalDate date, @Nullable ReadingVersion[] latest, int last) {
        ImmutableList.Builder<Figures> slots = ImmutableList.builderWithExpectedSize(latest.length - 1);
        for (int slot = 1; slot < latest.length; slot++) {
            slots.add(figuresOf(latest[slot]));
        }
        List<Figures> figures = slots.build();
        Figures.Builder totals = Figures.builder();
        for (Metric metric : Metric.all()) {
            if (metric.additive() && figures.subList(0, last).stream().allMatch(slot -> slot.has(metric))) {
                figures.subList(0, last).forEach(slot -> totals.add(metric, slot.get(metric)));
            }
        }
        return new SubjectDay(subject, date, figures, List.of(), totals.build(), last);
    }

    private static Figures figuresOf(@Nullable ReadingVersion version) {
        return version == null ? Figures.NONE : version.reading().figures();
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
}
