package io.storeops.weeklyreport;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.agenda.Agenda;
import io.storeops.agenda.Occurrence;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.calendar.IsoWeek;
import io.storeops.id.ActorId;
import io.storeops.position.Cadence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A weekly report that somebody owes (D60). Immutable.
 *
 * @param week the week
 * @param person who owes it: a person who holds EXECUTE:X5 by own assignment at the week's end instant
 * @param endsAt the week's end instant: the first of the next Monday
 * @param dueAt by when it is due, that instant included
 */
public record OwedReport(IsoWeek week, ActorId person, Instant endsAt, Instant dueAt) {
    /** Checks for null. */
    public OwedReport {
        requireNonNull(week, "week");
        requireNonNull(person, "person");
        requireNonNull(endsAt, "endsAt");
        requireNonNull(dueAt, "dueAt");
    }

    /** What the roster expects of a week (R5); empty if its Sunday's roster has no weekly duty. */
    static Optional<Occurrence> expected(Context context, IsoWeek week) {
        return Agenda.occurrences(
                        context.store().id(), context.store().zone(), week.sunday(), context.rosters()::findPlanOf)
                .stream()
                .filter(occurrence -> occurrence.cadence() == Cadence.Kind.WEEKLY
                        && occurrence.id().week().equals(Optional.of(week)))
                .findFirst();
    }

    /** Who owes the report of a week, in order of their ids. */
    static List<OwedReport> of(Context context, IsoWeek week) {
        return expected(context, week).stream()
                .flatMap(expected -> holders(context, expected.opensAt()).stream()
                        .map(person -> new OwedReport(week, person, expected.opensAt(), expected.dueAt())))
                .toList();
    }

    /** The report of a week that a person owes. */
    static Optional<OwedReport> of(Context context, IsoWeek week, ActorId person) {
        return of(context, week).stream()
                .filter(owed -> owed.person().equals(person))
                .findFirst();
    }

    private static List<ActorId> holders(Context context, Instant end) {
        return context.charter().holders(Right.FEED_BACK, end).stream()
                .filter(person -> context.charter().decide(person, end, Right.FEED_BACK) instanceof Decision.Allowed own
                        && own.onBehalfOf().isEmpty())
                .toList();
    }
}
