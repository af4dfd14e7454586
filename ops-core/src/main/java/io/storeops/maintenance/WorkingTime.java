package io.storeops.maintenance;

import io.storeops.position.WorkingCalendar.Hours;
import io.storeops.position.WorkingCalendar.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** How long a time limit takes in working time (D30). Pure. */
final class WorkingTime {
    private WorkingTime() {}

    /**
     * When a limit has run. Begun outside of working time it begins with the next; one that ends with a span is over at its end.
     *
     * @param from from when on it runs
     * @param limit how long, 0 or more
     * @param hours the hours of whoever owes the act
     * @param zone the store's zone
     * @return the instant
     */
    static Instant after(Instant from, Duration limit, Hours hours, ZoneId zone) {
        Duration left = limit;
        LocalDate date = from.atZone(zone).toLocalDate();
        while (true) {
            for (Span span : hours.on(date)) {
                Instant begin =
                        later(from, date.atTime(span.from()).atZone(zone).toInstant());
                Duration length = Duration.between(begin, end(date, span, zone));
                if (!length.isNegative() && !length.isZero()) {
                    if (left.compareTo(length) <= 0) {
                        return begin.plus(left);
                    }
                    left = left.minus(length);
                }
            }
            date = date.plusDays(1);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant end(LocalDate date, Span span, ZoneId zone) {
        return span.to().equals(LocalTime.MIDNIGHT)
                ? date.plusDays(1).atStartOfDay(zone).toInstant()
                : date.atTime(span.to()).atZone(zone).toInstant();
    }
}
