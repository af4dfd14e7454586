package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
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

    /** From one bound to another; without the other, the period goes on. */
    static Period of(ZoneId zone, Bound first, Optional<Bound> last) {
        return new Period(
                first.begins(zone), last.map(bound -> bound.ends(zone)).orElse(Instant.MAX));
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
