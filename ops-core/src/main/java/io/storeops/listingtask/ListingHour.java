package io.storeops.listingtask;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * When in the week a listing begins anew: 上下架 on Taobao is also the choice of the hour of the seven days after which a listing ends and
 * begins (R56). Local time of the store. Immutable.
 *
 * @param day the day of the week
 * @param time the time of day, in whole minutes
 */
public record ListingHour(DayOfWeek day, LocalTime time) {
    /**
     * Checks the time.
     *
     * @throws IllegalArgumentException if it is finer than minutes
     */
    public ListingHour {
        requireNonNull(day, "day");
        if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("A listing begins at a whole minute, not at " + time);
        }
    }

    /**
     * Reads what {@link #toString} writes, in any letter case.
     *
     * @param text as in {@code MONDAY 21:00}
     * @return the hour
     * @throws IllegalArgumentException if the text is no day of the week and time of day
     */
    public static ListingHour parse(String text) {
        String[] parts = text.strip().split(" +", 2);
        try {
            return new ListingHour(
                    DayOfWeek.valueOf(parts[0].toUpperCase(Locale.ROOT)), LocalTime.parse(parts[parts.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no hour of the week (expected something like MONDAY 21:00)", e);
        }
    }

    @Override
    public String toString() {
        return day + " " + time;
    }
}
