package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Where a term begins or ends: a local date, included, or an instant (D81). Immutable. */
public sealed interface Bound {
    /** What is wrong with a text that cannot be read, as a refusal says it. */
    String RULE = "is neither a date nor an instant (expected something like 2024-06-16 or 2024-06-16T09:00:00+08:00)";

    /**
     * A date in the store's zone, from its first instant to its last.
     *
     * @param date the date
     */
    record OnDate(LocalDate date) implements Bound {
        /** Checks for null. */
        public OnDate {
            requireNonNull(date, "date");
        }

        @Override
        public Instant begins(ZoneId zone) {
            return date.atStartOfDay(zone).toInstant();
        }

        /** The last of all dates has no next one, and goes on as long as anything does. */
        @Override
        public Instant ends(ZoneId zone) {
            return date.equals(LocalDate.MAX)
                    ? Instant.MAX
                    : date.plusDays(1).atStartOfDay(zone).toInstant();
        }

        @Override
        public String toString() {
            return date.toString();
        }
    }

    /**
     * An instant: the first of what begins with it, the first after what ends with it.
     *
     * @param instant the instant
     */
    record AtInstant(Instant instant) implements Bound {
        /** Checks for null. */
        public AtInstant {
            requireNonNull(instant, "instant");
        }

        @Override
        public Instant begins(ZoneId zone) {
            return instant;
        }

        @Override
        public Instant ends(ZoneId zone) {
            return instant;
        }

        @Override
        public String toString() {
            return instant.toString();
        }
    }

    /**
     * The first instant of what begins here.
     *
     * @param zone the store's zone
     * @return included
     */
    Instant begins(ZoneId zone);

    /**
     * The first instant after what ends here.
     *
     * @param zone the store's zone
     * @return excluded
     */
    Instant ends(ZoneId zone);

    /**
     * A date.
     *
     * @param date the date, included
     * @return the bound
     */
    static Bound on(LocalDate date) {
        return new OnDate(date);
    }

    /**
     * An instant.
     *
     * @param instant the instant
     * @return the bound
     */
    static Bound at(Instant instant) {
        return new AtInstant(instant);
    }

    /**
     * Reads what {@code toString} writes, and instants with any offset.
     *
     * @param text as in {@code 2024-06-16}, or {@code 2024-06-16T09:00:00+08:00}
     * @return the bound
     * @throws java.time.format.DateTimeParseException if the text is neither
     */
    static Bound parse(String text) {
        return text.indexOf('T') < 0
                ? on(LocalDate.parse(text))
                : at(OffsetDateTime.parse(text).toInstant());
    }
}
