package io.storeops.calendar;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The boundaries (整点) at which a store's figures are collected and released, and the deadlines that go with each. n
 * boundaries cut the day into n+1 slots: slot 1 begins at the day's start, slot n+1 ends at the day's end (R17, R21, A1).
 * All of it is roster data [A]; the defaults here are those of the default roster.
 *
 * @param boundaries local times, strictly ascending, after 00:00, at least one
 * @param collectFrom how long before a boundary an observation still counts for it (R29), 0 or more
 * @param collectBy how long after a boundary an observation still counts for it and arrives in time (R29), 0 or more
 * @param releaseBy how long after a boundary its release is due (R24), not before collectBy
 * @param missedAt the local time of the next day from which a release that was never made counts as missed (4.1)
 */
public record SlotPlan(
        List<LocalTime> boundaries, Duration collectFrom, Duration collectBy, Duration releaseBy, LocalTime missedAt) {
    /** How long before a boundary an observation counts unless the roster says otherwise. */
    public static final Duration DEFAULT_COLLECT_FROM = Duration.ofSeconds(60);

    /**
     * Copies the boundaries.
     *
     * @throws IllegalArgumentException if a boundary or a duration breaks its rule, naming it
     */
    public SlotPlan {
        boundaries = ImmutableList.copyOf(boundaries);
        requireNonNull(missedAt, "missedAt");
        if (boundaries.isEmpty()) {
            throw new IllegalArgumentException("A slot plan has at least one boundary");
        }
        LocalTime previous = LocalTime.MIDNIGHT;
        for (LocalTime boundary : boundaries) {
            if (!boundary.isAfter(previous)) {
                throw new IllegalArgumentException(
                        "Boundaries ascend strictly and begin after 00:00, but " + boundary + " follows " + previous);
            }
            previous = boundary;
        }
        if (collectFrom.isNegative() || collectBy.isNegative() || releaseBy.compareTo(collectBy) < 0) {
            throw new IllegalArgumentException("Deadlines are 0 or more and releaseBy is not before collectBy, not "
                    + collectFrom + ", " + collectBy + ", " + releaseBy);
        }
    }

    /**
     * A plan with every hour from the first to the last and the default deadlines: 60 s early, 10 min to collect, 15 min to
     * release, missed at 09:00 of the next day.
     *
     * @param firstHour 1 to 23
     * @param lastHour firstHour to 23
     * @return the plan
     * @throws IllegalArgumentException if the hours are out of range
     */
    public static SlotPlan ofHours(int firstHour, int lastHour) {
        return new SlotPlan(
                IntStream.rangeClosed(firstHour, lastHour)
                        .mapToObj(hour -> LocalTime.of(hour, 0))
                        .toList(),
                DEFAULT_COLLECT_FROM,
                Duration.ofMinutes(10),
                Duration.ofMinutes(15),
                LocalTime.of(9, 0));
    }

    /**
     * How many slots a day has.
     *
     * @return one more than the boundaries
     */
    public int slots() {
        return boundaries.size() + 1;
    }

    /**
     * A date of this plan in a zone.
     *
     * @param date the date
     * @param zone the store's zone
     * @return the day
     */
    public BusinessDay day(LocalDate date, ZoneId zone) {
        return BusinessDay.of(date, zone, this);
    }

    /**
     * The slot that a boundary closes. 00:00 closes the last slot of the day before.
     *
     * @param boundary the boundary as local date and time of the store
     * @return the slot, empty if the plan has no such boundary
     */
    public Optional<SlotId> slotClosedAt(LocalDateTime boundary) {
        if (boundary.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return Optional.of(SlotId.of(boundary.toLocalDate().minusDays(1), slots()));
        }
        int index = boundaries.indexOf(boundary.toLocalTime());
        return index < 0 ? Optional.empty() : Optional.of(SlotId.of(boundary.toLocalDate(), index + 1));
    }

    /**
     * The boundary that closes a slot, as local date and time of the store; 00:00 of the next day for the last slot.
     *
     * @param slot a slot of this plan
     * @return the boundary
     * @throws IllegalArgumentException if the plan has no such slot
     */
    public LocalDateTime boundaryOf(SlotId slot) {
        requireSlot(slot.number());
        return slot.number() == slots()
                ? slot.date().plusDays(1).atStartOfDay()
                : slot.date().atTime(boundaries.get(slot.number() - 1));
    }

    void requireSlot(int number) {
        if (number < 1 || number > slots()) {
            throw new IllegalArgumentException("The plan has slots 1 to " + slots() + ", not " + number);
        }
    }
}
