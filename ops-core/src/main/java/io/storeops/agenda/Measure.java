package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.absence.Charged;
import io.storeops.act.Context;
import io.storeops.kpi.Kpi;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A key figure that a duty computes from its records (R90).
 *
 * @param kpi which
 * @param count which records count, and how
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record Measure(Kpi kpi, Count count) {
    /** Counts records. Pure. */
    @FunctionalInterface
    public interface Count {
        /**
         * What counts in a period as it stood at an instant.
         *
         * @param context the store, its rows and the instant
         * @param period the dates, and the instant of knowing
         * @return the records, with whom they are charged to
         */
        Charged of(Context context, Period period);
    }

    /**
     * What a score is asked for.
     *
     * @param from the first date in the store's zone
     * @param to the last date, included
     * @param asOf the instant; nothing later counts
     */
    public record Period(LocalDate from, LocalDate to, Instant asOf) {
        /**
         * Checks the order of the dates.
         *
         * @throws IllegalArgumentException if the last date is before the first
         */
        public Period {
            requireNonNull(asOf, "asOf");
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("A period cannot end on " + to + ", before it begins on " + from);
            }
        }

        /**
         * When it begins.
         *
         * @param zone the store's zone
         * @return the start of the first date
         */
        public Instant begins(ZoneId zone) {
            return from.atStartOfDay(zone).toInstant();
        }

        /**
         * When it ends.
         *
         * @param zone the store's zone
         * @return the start of the date after the last, which is not of it any more
         */
        public Instant ends(ZoneId zone) {
            return to.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /** Checks for null. */
    public Measure {
        requireNonNull(kpi, "kpi");
        requireNonNull(count, "count");
    }
}
