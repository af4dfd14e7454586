package io.storeops.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Working time counted by somebody who looks at the clock on the wall every minute, works while the latest time that it has ever
 * shown lies in a span, and so does not do an hour again that the clock shows again.
 *
 * @param spans the spans of each weekday as minutes of the day, from and to
 * @param holidays when nobody works
 * @param makeUp whose weekday's spans a date has
 * @param zone whose clock hangs on the wall
 */
record MinuteByMinute(
        Map<DayOfWeek, List<int[]>> spans, Set<LocalDate> holidays, Map<LocalDate, DayOfWeek> makeUp, ZoneId zone) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BEFORE = Duration.ofDays(2);

    /** How many of the minutes between two whole minutes are worked. */
    long between(Instant from, Instant to) {
        long worked = 0;
        LocalDateTime shown = LocalDateTime.MIN;
        for (Instant at = from.minus(BEFORE); at.isBefore(to); at = at.plus(MINUTE)) {
            shown = latest(shown, at);
            worked += !at.isBefore(from) && works(shown) ? 1 : 0;
        }
        return worked;
    }

    /** The end of the minute with which so many are worked. */
    Instant after(Instant from, long minutes) {
        long left = minutes;
        LocalDateTime shown = LocalDateTime.MIN;
        Instant at = from.minus(BEFORE);
        while (left > 0 || at.isBefore(from)) {
            shown = latest(shown, at);
            left -= !at.isBefore(from) && works(shown) ? 1 : 0;
            at = at.plus(MINUTE);
        }
        return at;
    }

    private LocalDateTime latest(LocalDateTime shown, Instant at) {
        LocalDateTime now = LocalDateTime.ofInstant(at, zone);
        return now.isAfter(shown) ? now : shown;
    }

    private boolean works(LocalDateTime shown) {
        LocalDate date = shown.toLocalDate();
        int minute = shown.getHour() * 60 + shown.getMinute();
        DayOfWeek day = makeUp.getOrDefault(date, date.getDayOfWeek());
        return !holidays.contains(date)
                && spans.getOrDefault(day, List.of()).stream().anyMatch(span -> span[0] <= minute && minute < span[1]);
    }
}
