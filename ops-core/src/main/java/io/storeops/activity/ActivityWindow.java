package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When an activity is to run: from its start, included, until its end, excluded. Immutable.
 *
 * <p>What people write is read strictly: an instant with its offset, or a local date and time that the store's clocks show exactly once. A
 * date alone is refused, since it can be read in two ways.
 *
 * @param start from when on, included, in whole microseconds
 * @param end until when, excluded and after the start, in whole microseconds
 */
public record ActivityWindow(Instant start, Instant end) {
    /**
     * Checks the instants.
     *
     * @throws IllegalArgumentException if it does not end after it starts, or an instant is finer than microseconds
     */
    public ActivityWindow {
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        if (!end.isAfter(start)
                || !start.equals(start.truncatedTo(ChronoUnit.MICROS))
                || !end.equals(end.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException(
                    "An activity ends after it starts, both at a whole microsecond, not from " + start + " to " + end);
        }
    }

    /**
     * Reads a window as people write it.
     *
     * @param start from when on, as in {@code 2024-11-10T20:00:00+08:00} or {@code 2024-11-10T20:00}
     * @param end until when, excluded
     * @param zone the store's zone
     * @return the window
     * @throws IllegalArgumentException if one of them is a date alone, naming its two readings; if the clocks skip a local time, or show it
     *     twice, naming both; if it is neither; or if it does not end after it starts
     */
    public static ActivityWindow parse(String start, String end, ZoneId zone) {
        return new ActivityWindow(instant(start, zone), instant(end, zone));
    }

    /**
     * Reads one instant as people write it, as of a later end.
     *
     * @param text as in {@code 2024-11-10T22:00:00+08:00} or {@code 2024-11-10T22:00}
     * @param zone the store's zone
     * @return the instant
     * @throws IllegalArgumentException as {@link #parse}
     */
    public static Instant instant(String text, ZoneId zone) {
        requireNonNull(zone, "zone");
        if (isDate(text)) {
            LocalDate date = LocalDate.parse(text);
            throw new IllegalArgumentException("'" + text
                    + "' is a date, not an instant; it can be read as the start of that"
                    + " date, " + offset(date.atStartOfDay(zone).toOffsetDateTime()) + ", or as its end, "
                    + offset(date.plusDays(1).atStartOfDay(zone).toOffsetDateTime()) + ". Write the one that is meant");
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            return local(text, zone);
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException other) {
            return false;
        }
    }

    private static Instant local(String text, ZoneId zone) {
        LocalDateTime time;
        try {
            time = LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an instant (expected as in 2024-11-10T22:00:00+08:00)", e);
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.size() == 1) {
            return time.toInstant(offsets.get(0));
        }
        throw new IllegalArgumentException("'" + text + "' is a local time that the clocks of " + zone
                + (offsets.isEmpty()
                        ? " skip; write another one"
                        : " show twice; write the one that is meant, " + offset(time.atOffset(offsets.get(0))) + " or "
                                + offset(time.atOffset(offsets.get(1)))));
    }

    private static String offset(OffsetDateTime time) {
        return time.toString();
    }

    /**
     * Whether it is in the window.
     *
     * @param at the instant
     * @return true from the start until before the end
     */
    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    /** The same with another end. */
    ActivityWindow until(Instant other) {
        return new ActivityWindow(start, other);
    }
}
