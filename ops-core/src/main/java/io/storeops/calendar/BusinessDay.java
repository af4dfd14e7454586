package io.storeops.calendar;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * A date of a store on the time line. Its slots partition the day: no gap, no overlap, whatever the clocks do. A boundary
 * that the clocks skip falls on the instant of the skip; one that they show twice is the first of the two. Immutable.
 */
public final class BusinessDay {
    private final LocalDate date;
    private final ZoneId zone;
    private final SlotPlan plan;
    private final List<Instant> edges;

    private BusinessDay(LocalDate date, ZoneId zone, SlotPlan plan, List<Instant> edges) {
        this.date = date;
        this.zone = zone;
        this.plan = plan;
        this.edges = edges;
    }

    static BusinessDay of(LocalDate date, ZoneId zone, SlotPlan plan) {
        Instant start = instantOf(date.atStartOfDay(), zone);
        Instant end = instantOf(date.plusDays(1).atStartOfDay(), zone);
        ImmutableList.Builder<Instant> edges = ImmutableList.builder();
        edges.add(start);
        Instant previous = start;
        for (LocalTime boundary : plan.boundaries()) {
            previous = clamp(instantOf(date.atTime(boundary), zone), previous, end);
            edges.add(previous);
        }
        return new BusinessDay(date, zone, plan, edges.add(end).build());
    }

    /**
     * The date after another one that has an instant: a zone that crosses the date line skips one (D80).
     *
     * @param date the date
     * @param zone the zone
     * @return the next day, or the one after it
     */
    public static LocalDate dateAfter(LocalDate date, ZoneId zone) {
        LocalDate next = date.plusDays(1);
        return skipped(next, zone) ? next.plusDays(1) : next;
    }

    /**
     * The date before another one that has an instant.
     *
     * @param date the date
     * @param zone the zone
     * @return the day before, or the one before it
     */
    public static LocalDate dateBefore(LocalDate date, ZoneId zone) {
        LocalDate before = date.minusDays(1);
        return skipped(before, zone) ? before.minusDays(1) : before;
    }

    /**
     * Whether a zone skips a date as a whole, so that nothing can be expected of it (D80).
     *
     * @param date the date
     * @param zone the zone
     * @return true if the date has no instant
     */
    public static boolean skipped(LocalDate date, ZoneId zone) {
        return !instantOf(date.atStartOfDay(), zone)
                .isBefore(instantOf(date.plusDays(1).atStartOfDay(), zone));
    }

    /** The instant of a local time: that of the skip if the clocks skip it, the first of the two if they show it twice. */
    static Instant instantOf(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
    }

    private static Instant clamp(Instant instant, Instant low, Instant high) {
        if (instant.isBefore(low)) {
            return low;
        }
        return instant.isAfter(high) ? high : instant;
    }

    /**
     * The date.
     *
     * @return the date in the store's zone
     */
    public LocalDate date() {
        return date;
    }

    /**
     * The zone.
     *
     * @return the store's zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The plan.
     *
     * @return the plan that cuts the day
     */
    public SlotPlan plan() {
        return plan;
    }

    /**
     * The first instant of the day.
     *
     * @return included in the day
     */
    public Instant start() {
        return edges.get(0);
    }

    /**
     * The first instant of the next day.
     *
     * @return excluded from the day
     */
    public Instant end() {
        return edges.get(edges.size() - 1);
    }

    /**
     * The instant of a local time of the day.
     *
     * @param time the local time
     * @return the instant of the skip if the clocks skip it, the first of the two if they show it twice; never outside the day
     */
    public Instant at(LocalTime time) {
        return clamp(instantOf(date.atTime(time), zone), start(), end());
    }

    /**
     * The slots in order.
     *
     * @return n+1 slots
     */
    public List<Slot> slots() {
        ImmutableList.Builder<Slot> slots = ImmutableList.builder();
        for (int number = 1; number <= plan.slots(); number++) {
            slots.add(slot(number));
        }
        return slots.build();
    }

    /**
     * A slot.
     *
     * @param number 1 to n+1
     * @return the slot
     * @throws IllegalArgumentException if the plan has no such slot
     */
    public Slot slot(int number) {
        plan.requireSlot(number);
        return new Slot(SlotId.of(date, number), edges.get(number - 1), edges.get(number));
    }

    /**
     * The instant at which a slot closes: its boundary, or the day's end for the last.
     *
     * @param number 1 to n+1
     * @return the instant
     * @throws IllegalArgumentException if the plan has no such slot
     */
    public Instant closes(int number) {
        plan.requireSlot(number);
        return edges.get(number);
    }

    /**
     * When the release of a boundary is due (R24).
     *
     * @param number 1 to n, the slot that the boundary closes
     * @return the due instant, itself still in time
     * @throws IllegalArgumentException if the plan has no such boundary
     */
    public Instant releaseDue(int number) {
        requireBoundary(number);
        return closes(number).plus(plan.releaseBy());
    }

    /**
     * From when on a release that was never made is missed (4.1).
     *
     * @return an instant of the next day
     */
    public Instant missedAt() {
        return instantOf(dateAfter(date, zone).atTime(plan.missedAt()), zone);
    }

    /**
     * The number of the slot that holds an instant.
     *
     * @param instant an instant of this day
     * @return 1 to n+1
     * @throws IllegalArgumentException if the instant is not in this day
     */
    public int slotAt(Instant instant) {
        if (instant.isBefore(start()) || !instant.isBefore(end())) {
            throw new IllegalArgumentException(instant + " is not in " + date + " of " + zone);
        }
        int low = 1;
        int high = plan.slots();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (instant.isBefore(edges.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * How many boundaries have passed.
     *
     * @param now an instant
     * @return 0 to n: the number of the last slot closed by a boundary at or before the instant
     */
    public int boundariesPassed(Instant now) {
        int passed = 0;
        while (passed < plan.boundaries().size() && !now.isBefore(closes(passed + 1))) {
            passed++;
        }
        return passed;
    }

    private void requireBoundary(int number) {
        if (number < 1 || number > plan.boundaries().size()) {
            throw new IllegalArgumentException(
                    "The plan has boundaries 1 to " + plan.boundaries().size() + ", not " + number);
        }
    }

    @Override
    public String toString() {
        return date + " " + zone;
    }
}
