package io.storeops.feed;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A half-open period of time, as a source or its caller states it; an empty one has no instant. Immutable.
 *
 * @param from the first instant, included
 * @param to the end, excluded
 */
public record Period(Instant from, Instant to) {
    /** All of time: what may be at any instant. */
    public static final Period ALWAYS = new Period(Instant.MIN, Instant.MAX);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Period {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The period ends at " + to + ", before it begins at " + from);
        }
    }

    /**
     * One instant.
     *
     * @param instant the instant
     * @return the shortest period that has it
     */
    public static Period at(Instant instant) {
        return new Period(instant, instant.plusNanos(1));
    }

    /**
     * Whether another period lies wholly in this one.
     *
     * @param other the other
     * @return true also for this period itself
     */
    public boolean covers(Period other) {
        return !from.isAfter(other.from) && !to.isBefore(other.to);
    }

    /**
     * Whether another period has an instant of this one.
     *
     * @param other the other
     * @return false if they only touch
     */
    public boolean overlaps(Period other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /**
     * Periods that meet or overlap, made one.
     *
     * @param periods the periods in any order
     * @return in order of time, with a gap between any two
     */
    public static List<Period> joined(Collection<Period> periods) {
        List<Period> joined = new ArrayList<>();
        periods.stream().sorted(Comparator.comparing(Period::from)).forEach(period -> {
            Period last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || period.from.isAfter(last.to)) {
                joined.add(period);
            } else if (period.to.isAfter(last.to)) {
                joined.set(joined.size() - 1, new Period(last.from, period.to));
            }
        });
        return List.copyOf(joined);
    }
}
