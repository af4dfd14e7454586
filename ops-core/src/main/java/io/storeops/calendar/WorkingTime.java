package io.storeops.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Working hours on the time line of a zone: what every duration of a roster runs in (D30). It goes on within the spans and stands still
 * outside of them. A span that begins or ends at a local time that the clocks skip begins or ends at the instant of the skip; at one
 * that they show twice, at the first of the two. So a span lasts as long as it really does: from 01:00 to 04:00 two hours in the
 * night in which the clocks skip one of them, and four in the night in which they show one twice. Immutable.
 *
 * @param hours the working hours
 * @param zone the store's zone
 */
public record WorkingTime(WorkingHours hours, ZoneId zone) {
    /** Checks for null. */
    public WorkingTime {
        requireNonNull(hours, "hours");
        requireNonNull(zone, "zone");
    }

    private record Stretch(Instant from, Instant to) {}

    /**
     * When a duration has run: the earliest instant by which so much working time has passed. Begun outside of a span it begins with
     * the next one; used up exactly at the end of a span it ends there, not at the beginning of the next; nothing ends at once.
     * Takes time in proportion to the days that it runs over.
     *
     * @param from from when on
     * @param length how much working time, 0 or more
     * @return the instant, not before the first
     * @throws IllegalArgumentException if the length is negative
     */
    public Instant after(Instant from, Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("A duration of working time is 0 or more, not " + length);
        }
        Duration left = length;
        Instant reached = from;
        for (LocalDate date = from.atZone(zone).toLocalDate(); !left.isZero(); date = date.plusDays(1)) {
            for (Stretch stretch : on(date)) {
                Instant begins = later(stretch.from(), from);
                if (!left.isZero() && begins.isBefore(stretch.to())) {
                    Duration within = Duration.between(begins, stretch.to());
                    Duration run = within.compareTo(left) < 0 ? within : left;
                    reached = begins.plus(run);
                    left = left.minus(run);
                }
            }
        }
        return reached;
    }

    /**
     * How much working time lies between two instants. Takes time in proportion to the days between them.
     *
     * @param from the first instant
     * @param to the other
     * @return the working time from the one, included, to the other, excluded; negative if the other is the earlier one
     */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Duration passed = Duration.ZERO;
        // Where the clocks are set back over midnight, the next day has begun while they show the last one again.
        LocalDate last = to.atZone(zone).toLocalDate().plusDays(1);
        for (LocalDate date = from.atZone(zone).toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
            for (Stretch stretch : on(date)) {
                Instant begins = later(stretch.from(), from);
                Instant ends = to.isBefore(stretch.to()) ? to : stretch.to();
                if (begins.isBefore(ends)) {
                    passed = passed.plus(Duration.between(begins, ends));
                }
            }
        }
        return passed;
    }

    private List<Stretch> on(LocalDate date) {
        List<Stretch> stretches = new ArrayList<>();
        for (WorkingHours.Span span : hours.on(date)) {
            stretches.add(new Stretch(
                    BusinessDay.instantOf(date.atTime(span.from()), zone),
                    BusinessDay.instantOf(
                            span.untilMidnight() ? date.plusDays(1).atTime(LocalTime.MIDNIGHT) : date.atTime(span.to()),
                            zone)));
        }
        return stretches;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
