package io.storeops.ticket;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Departments;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Right;
import io.storeops.calendar.WorkingTime;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.position.Duty;
import io.storeops.position.Sla;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * OPEN_TICKET: a department brings a problem of its own (R70).
 *
 * @param id the ticket
 * @param problem what it is
 */
record OpenTicket(String id, Problem problem) implements Act<Ticket> {
    @Override
    public EntryPoint entry() {
        return TicketEntries.TICKETS.entry(TicketEvent.OPEN);
    }

    @Override
    public Target target() {
        return Ticket.target(id);
    }

    @Override
    public String arguments() {
        return Json.array(Stream.of(id, problem.department(), problem.severity(), problem.text())
                        .map(Json::of)
                        .toList())
                .canonical();
    }

    @Override
    public Optional<List<ActorId>> beyond(Context context) {
        return Departments.beyond(context, Right.RAISE_TICKET, problem.department());
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Ticket> known = TicketEntries.TICKETS.find(context, id);
        if (known.isPresent()) {
            return Verdict.refused(
                    "EXISTS",
                    "store " + context.store().id() + " has a ticket " + id + " already, which is "
                            + known.get().state() + "; choose another id");
        }
        Collection<String> served = served(context);
        if (!served.contains(problem.department())) {
            return Verdict.refused(
                    "NO_SUCH_DEPARTMENT",
                    "tickets are for " + served + " by the roster, not for " + problem.department());
        }
        return Verdict.done(Edit.insert(
                Ticket.TABLE,
                new Ticket(
                        context.store().id(),
                        id,
                        problem.department(),
                        problem.severity(),
                        context.stamp(),
                        List.of(context.actor()),
                        TicketState.RECEIVED,
                        new Episode(1, begun(context, problem.severity()), Steps.NONE, Texts.of(problem.text())),
                        Optional.empty())));
    }

    /** Those that the duty names; all where it names none. */
    private static Collection<String> served(Context context) {
        return context.roster()
                .findDuty(TicketEntries.DUTY)
                .map(Duty::parties)
                .map(Duty.Parties::from)
                .<Collection<String>>map(named -> named)
                .filter(named -> !named.isEmpty())
                .orElseGet(context.roster()::departments);
    }

    static Clocks begun(Context context, String severity) {
        Sla sla = context.roster().sla();
        return Clocks.begun(
                context.now(),
                time(context),
                sla.find(Sla.Key.TICKET_ACK, severity),
                sla.find(Sla.Key.TICKET_SOLVE, severity));
    }

    /** The working time of those who owe the acts (D30). */
    static WorkingTime time(Context context) {
        return new WorkingTime(
                context.roster().hoursOf(Right.LIAISE), context.store().zone());
    }

    @Override
    public Ticket recall(Context context, Written written) {
        return written.get(Ticket.TABLE);
    }
}
