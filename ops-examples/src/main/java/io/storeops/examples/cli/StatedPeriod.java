package io.storeops.examples.cli;

import io.storeops.feed.Period;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Reads the period that a caller states: a date, two dates, both included, or two date-times, the second excluded. */
final class StatedPeriod {
    private StatedPeriod() {}

    /**
     * Reads a period.
     *
     * @throws java.time.DateTimeException if an end is not a date or a date-time
     * @throws IllegalArgumentException if it ends before it begins
     */
    static Period parse(String text, ZoneId zone) {
        String[] ends = text.split("/", 2);
        String from = ends[0];
        String to = ends[ends.length - 1];
        if (ends.length == 2 && text.contains("T")) {
            return new Period(
                    LocalDateTime.parse(from).atZone(zone).toInstant(),
                    LocalDateTime.parse(to).atZone(zone).toInstant());
        }
        LocalDate first = LocalDate.parse(from);
        LocalDate last = LocalDate.parse(to);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The last date " + last + " is before the first, " + first);
        }
        return new Period(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
