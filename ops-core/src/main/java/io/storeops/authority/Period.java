package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * From an instant until another, half-open; empty if it ends where it begins, or before.
 *
 * @param from the first instant
 * @param to the first instant after it; {@link Instant#MAX} while it goes on
 */
record Period(Instant from, Instant to) {
    Period {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /** The dates of a zone from one to another, both included; without the other, the period goes on. */
    static Period of(ZoneId zone, LocalDate first, Optional<LocalDate> last) {
        // The last of all dates has no next one, and goes on as long as anything does.
        return new Period(
                start(zone, first),
                last.filter(date -> date.isBefore(LocalDate.MAX))
                        .map(date -> start(zone, date.plusDays(1)))
                        .orElse(Instant.MAX));
    }

    static Instant start(ZoneId zone, LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    Period and(Period other) {
        return new Period(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    boolean holds(Instant at) {
        return at.compareTo(from) >= 0 && at.compareTo(to) < 0;
    }
}
