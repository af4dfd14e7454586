package io.storeops.ticket;

import io.storeops.act.Context;
import io.storeops.report.ReportFilling;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportScope;
import io.storeops.storage.Query;
import java.util.List;
import java.util.function.Predicate;

/** The tickets that were brought in a week, as they stand, for the weekly report (R78). */
final class ReportedTickets {
    static final ReportPart PART = new ReportPart(ReportPart.PROBLEM_COORDINATION, ReportedTickets::fill);

    private ReportedTickets() {}

    private static ReportFilling fill(Context context, ReportScope scope) {
        List<Ticket> brought = context.rows()
                .all(Query.of(Ticket.TABLE, context.store().id(), Ticket.BY_OPENING)
                        .from(scope.from())
                        .to(scope.to()));
        return new ReportFilling.Draft(context.store().language())
                .add(WeekWords.TICKETS_RECEIVED, brought.size())
                .add(WeekWords.TICKETS_MERGED, count(brought, ticket -> ticket.state() == TicketState.MERGED))
                .add(
                        WeekWords.TICKETS_REOPENED,
                        count(brought, ticket -> ticket.episode().number() > 1))
                .add(WeekWords.TICKETS_ESCALATED, count(brought, ticket -> escalated(context, ticket)))
                .add(WeekWords.TICKETS_CLOSED, count(brought, ticket -> ticket.state() == TicketState.CLOSED))
                .filled(!brought.isEmpty());
    }

    private static long count(List<Ticket> tickets, Predicate<Ticket> which) {
        return tickets.stream().filter(which).count();
    }

    /** Whether it was put before the manager, in whichever episode. */
    private static boolean escalated(Context context, Ticket ticket) {
        return ticket.episode().steps().escalated().isPresent()
                || (ticket.episode().number() > 1
                        && context
                                .rows()
                                .all(Query.of(PastEpisode.TABLE, context.store().id())
                                        .where(ticket.id()))
                                .stream()
                                .anyMatch(past ->
                                        past.episode().steps().escalated().isPresent()));
    }
}
