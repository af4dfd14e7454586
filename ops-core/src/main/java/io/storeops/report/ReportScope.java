package io.storeops.report;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.calendar.IsoWeek;
import io.storeops.id.ActorId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a report speaks of: a week of a store, in its zone, as it is known at an instant. Immutable.
 *
 * @param week the week, Monday to Sunday
 * @param person whose report it is
 * @param from the first instant of the week
 * @param to the first instant after it
 * @param asOf the instant of knowing
 */
public record ReportScope(IsoWeek week, ActorId person, Instant from, Instant to, Instant asOf) {
    /** Checks for null. */
    public ReportScope {
        requireNonNull(week, "week");
        requireNonNull(person, "person");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(asOf, "asOf");
    }

    /**
     * A week of a store.
     *
     * @param week the week
     * @param person whose report it is
     * @param zone the store's zone
     * @param asOf the instant of knowing
     * @return the scope
     */
    public static ReportScope of(IsoWeek week, ActorId person, ZoneId zone, Instant asOf) {
        return new ReportScope(
                week,
                person,
                week.monday().atStartOfDay(zone).toInstant(),
                week.sunday().plusDays(1).atStartOfDay(zone).toInstant(),
                asOf);
    }

    /**
     * Whether an instant lies in the week.
     *
     * @param at the instant
     * @return true from its first instant until before its end
     */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /**
     * The dates of the week of which something is expected.
     *
     * @param context the store with its rosters
     * @return the dates in order
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public List<LocalDate> dates(Context context) {
        return week.monday()
                .datesUntil(week.sunday().plusDays(1))
                .filter(context::expects)
                .toList();
    }
}
