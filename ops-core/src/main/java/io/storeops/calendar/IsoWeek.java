package io.storeops.calendar;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week of ISO 8601, Monday to Sunday (R77) [A]. The first week of a year is the one with its first Thursday, so 2024-12-30
 * lies in 2025-W01. Immutable.
 *
 * @param year the year that the week counts for, 0 to 9999
 * @param number 1 to 52 or, in long years, 53
 */
public record IsoWeek(int year, int number) implements Comparable<IsoWeek> {
    private static final Comparator<IsoWeek> ORDER =
            Comparator.comparingInt(IsoWeek::year).thenComparingInt(IsoWeek::number);
    private static final Pattern TEXT = Pattern.compile("([0-9]{4})-W([0-9]{2})");

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the year has no such week
     */
    public IsoWeek {
        if (year < 0 || year > 9999) {
            throw new IllegalArgumentException("Weeks are of the years 0 to 9999, not of " + year);
        }
        // The fourth of January is always in the first week.
        long last = LocalDate.of(year, 1, 4)
                .range(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                .getMaximum();
        if (number < 1 || number > last) {
            throw new IllegalArgumentException(
                    "The year " + year + " has no week " + number + "; its weeks are 1 to " + last);
        }
    }

    /**
     * The week of a date.
     *
     * @param date the date
     * @return the week
     */
    public static IsoWeek of(LocalDate date) {
        return new IsoWeek(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text as in {@code 2024-W24}
     * @return the week
     * @throws IllegalArgumentException if the text is not a week
     */
    public static IsoWeek parse(String text) {
        Matcher parts = TEXT.matcher(requireNonNull(text, "text"));
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a week (expected something like 2024-W24)");
        }
        return new IsoWeek(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /**
     * The first date.
     *
     * @return the Monday
     */
    public LocalDate monday() {
        return LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY).plusWeeks(number - 1L);
    }

    /**
     * The last date.
     *
     * @return the Sunday
     */
    public LocalDate sunday() {
        return monday().plusDays(6);
    }

    /**
     * The week before.
     *
     * @return the week
     */
    public IsoWeek previous() {
        return of(monday().minusWeeks(1));
    }

    @Override
    public int compareTo(IsoWeek other) {
        return ORDER.compare(this, other);
    }

    /** The week as text, {@code 2024-W24}: texts sort as weeks do. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-W%02d", year, number);
    }
}
