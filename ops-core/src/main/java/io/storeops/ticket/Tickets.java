package io.storeops.ticket;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.PersonalActs;
import io.storeops.id.ActorId;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.outbox.Outbox;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Duty 4.2, problem handling (问题处理), in the hands of one person: tickets are brought by departments, acknowledged, handled, put before the
 * manager, resolved, reported back and closed, as {@link TicketState#MACHINE} lists (R70-R72). Thread-safe.
 *
 * <p>Bringing a ticket, and bringing it again, takes RAISE:TICKET of the own department; deciding INSTRUCT; everything else EXECUTE:X4. The
 * times for acknowledgement and solution run in the working hours of those who owe them; what is due outside of them is never before the
 * next opening.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing, or covers another department,
 * and {@link io.storeops.storage.StorageException}. Acts throw {@link io.storeops.failure.RefusedException}: NO_SUCH_TICKET; WRONG_STATE if
 * the machine does not list the event; REASON_MISSING; and what their methods say. Queries take one of EXECUTE:X4, RAISE:TICKET, INSTRUCT,
 * EXECUTE:X5 or READ; what has ended is not read by those of what is open.
 */
public final class Tickets {
    private static final int LONGEST_ID = 72;

    private final PersonalActs acts;
    private final Outbox outbox;

    Tickets(PersonalActs acts, Outbox outbox) {
        this.acts = acts;
        this.outbox = outbox;
    }

    /**
     * Brings a problem of one's own department.
     *
     * @param store the store
     * @param id its id, not used yet, at most 72 characters
     * @param problem what it is
     * @return the ticket, RECEIVED, with its dues
     * @throws io.storeops.failure.RefusedException EXISTS; NO_SUCH_DEPARTMENT naming those whose tickets the duty takes
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or is too long
     */
    public Ticket open(StoreId store, String id, Problem problem) {
        IdText.checked("ticket id", id);
        if (id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("The ticket id '" + id + "' has " + id.length() + " characters; at most "
                    + LONGEST_ID + " leave room for the names of what is owed of it");
        }
        return acts.perform(store, new OpenTicket(id, problem));
    }

    /**
     * Takes a ticket on.
     *
     * @param store the store
     * @param id the ticket
     * @return the ticket, ACKNOWLEDGED, one's own
     */
    public Ticket acknowledge(StoreId store, String id) {
        return acts.perform(store, TicketActs.acknowledge(id));
    }

    /**
     * Begins to work on it, or goes on once the manager has decided.
     *
     * @param store the store
     * @param id the ticket
     * @return the ticket, HANDLING
     */
    public Ticket handle(StoreId store, String id) {
        return acts.perform(store, TicketActs.handle(id));
    }

    /**
     * Says that its solution waits for something: the time for it stands still, that for the acknowledgement does not (D50). A hold that
     * begins at the due of the solution or later changes no due (D95).
     *
     * @param store the store
     * @param id the ticket, not on hold
     * @param reason what it waits for
     * @return the ticket
     */
    public Ticket hold(StoreId store, String id, String reason) {
        return acts.perform(store, TicketActs.hold(id, reason));
    }

    /**
     * Says that it waits no longer: what was left of the time for the solution is left from now on.
     *
     * @param store the store
     * @param id the ticket, on hold
     * @return the ticket
     */
    public Ticket resume(StoreId store, String id) {
        return acts.perform(store, TicketActs.resume(id));
    }

    /**
     * Says that it is the same problem as another ticket's: its clocks stop, it is not assessed, and the other is reported back to its
     * reporters too (D51).
     *
     * @param store the store
     * @param id the ticket
     * @param into the other, still open
     * @return the ticket, MERGED
     * @throws io.storeops.failure.RefusedException NO_SUCH_TICKET, WRONG_STATE of the other too; SAME_TICKET
     */
    public Ticket merge(StoreId store, String id, String into) {
        return acts.perform(store, TicketActs.merge(id, into));
    }

    /**
     * Puts it before somebody who decides. That meets the due of the solution. They are told by a message to the first channel of notices
     * that may have it, if possible to one that needs no hand; a roster that names none for it sends none.
     *
     * @param store the store
     * @param id the ticket
     * @param to before whom
     * @param reason why
     * @return the ticket, ESCALATED
     * @throws io.storeops.failure.RefusedException ASSIGNEE_CANNOT_ACT naming who decides
     */
    public Ticket escalate(StoreId store, String id, ActorId to, String reason) {
        return sent(store, TicketActs.escalate(id, to, reason));
    }

    private Ticket sent(StoreId store, Act<Ticket> act) {
        Ticket done = acts.perform(store, act);
        outbox.deliverDue(store);
        return done;
    }

    /**
     * Decides what was put before the manager. Right INSTRUCT.
     *
     * @param store the store
     * @param id the ticket
     * @param decision what is to be done
     * @return the ticket, DECIDED
     */
    public Ticket decide(StoreId store, String id, String decision) {
        return acts.perform(store, TicketActs.decide(id, decision));
    }

    /**
     * Says that it is solved and how: the report becomes evidence HANDLING_REPORT of {@code ticket/ID} in the same commit.
     *
     * @param store the store
     * @param id the ticket
     * @param report how it was solved
     * @return the ticket, RESOLVED
     * @throws io.storeops.failure.RefusedException EVIDENCE_MISSING if the report is blank
     */
    public Ticket resolve(StoreId store, String id, String report) {
        return acts.perform(store, TicketActs.resolve(id, report));
    }

    /**
     * Says that whoever brought it learnt what came of it, of those merged into it too. A message tells it them and their departments, in
     * the same way as an escalation.
     *
     * @param store the store
     * @param id the ticket
     * @param to who was told
     * @return the ticket, REPORTED_BACK
     * @throws io.storeops.failure.RefusedException REPORTER_MISSING naming who was not told
     */
    public Ticket reportBack(StoreId store, String id, List<ActorId> to) {
        return sent(store, TicketActs.reportBack(id, to));
    }

    /**
     * Closes it.
     *
     * @param store the store
     * @param id the ticket
     * @return the ticket, CLOSED
     */
    public Ticket close(StoreId store, String id) {
        return acts.perform(store, TicketActs.close(id));
    }

    /**
     * Brings it again within 24 hours of the report back. Right RAISE:TICKET of the department that brought it.
     *
     * @param store the store
     * @param id the ticket
     * @param reason why
     * @return the ticket, RECEIVED, in a new episode with dues of its own (D52)
     * @throws io.storeops.failure.RefusedException REOPEN_WINDOW from 24 hours after the report back on
     */
    public Ticket reopen(StoreId store, String id, String reason) {
        return acts.perform(store, TicketActs.reopen(id, reason));
    }

    /**
     * A ticket as it stands.
     *
     * @param store the store
     * @param id the ticket
     * @return the ticket; empty if there is none
     */
    public Optional<Ticket> find(StoreId store, String id) {
        return acts.look(store, TicketEntries.READ, context -> TicketEntries.TICKETS.find(context, id));
    }

    /**
     * All episodes of a ticket.
     *
     * @param store the store
     * @param id the ticket
     * @return the episodes in order, the one that stands last; none if there is no such ticket
     */
    public List<Episode> episodes(StoreId store, String id) {
        return acts.look(
                store,
                TicketEntries.READ,
                context -> Stream.concat(
                                context
                                        .rows()
                                        .all(Query.of(PastEpisode.TABLE, store).where(id))
                                        .stream()
                                        .map(PastEpisode::episode),
                                TicketEntries.TICKETS.find(context, id).map(Ticket::episode).stream())
                        .toList());
    }

    /**
     * The tickets on which somebody still has something to do, or to tell.
     *
     * @param store the store
     * @return the tickets by when their episodes began
     */
    public List<Ticket> open(StoreId store) {
        return open(store, (context, ticket) -> true);
    }

    /**
     * The open tickets of which an act is overdue: the due instant of the acknowledgement or of the solution has come, and it is not done.
     *
     * @param store the store
     * @return the tickets by when their episodes began
     */
    public List<Ticket> overdue(StoreId store) {
        return open(store, (context, ticket) -> {
            Episode episode = ticket.episode();
            return lacks(
                            context,
                            episode.steps().acknowledged(),
                            episode.clocks().ackDue())
                    || lacks(context, episode.steps().solved(), episode.solveDue());
        });
    }

    /**
     * The open tickets that nobody has taken on.
     *
     * @param store the store
     * @return the tickets by when their episodes began
     */
    public List<Ticket> unacknowledged(StoreId store) {
        return open(store, (context, ticket) -> ticket.state() == TicketState.RECEIVED);
    }

    private static boolean lacks(Context context, Optional<Steps.Step> done, Optional<Instant> due) {
        return done.isEmpty() && due.filter(at -> !context.now().isBefore(at)).isPresent();
    }

    /** Chooses tickets. */
    @FunctionalInterface
    private interface Choice {
        boolean takes(Context context, Ticket ticket);
    }

    private List<Ticket> open(StoreId store, Choice choice) {
        return acts.look(
                store,
                TicketEntries.READ,
                context -> TicketEntries.open(context).stream()
                        .filter(ticket -> choice.takes(context, ticket))
                        .toList());
    }

    /**
     * The tickets that were brought first in a period, whatever became of them.
     *
     * @param store the store
     * @param from the first date in the store's zone
     * @param to the last date, included
     * @return the tickets by when they were brought
     */
    public List<Ticket> brought(StoreId store, LocalDate from, LocalDate to) {
        return acts.look(
                store,
                TicketEntries.READ,
                context -> context.rows()
                        .all(Query.of(Ticket.TABLE, store, Ticket.BY_OPENING)
                                .from(from.atStartOfDay(context.store().zone()).toInstant())
                                .to(to.plusDays(1)
                                        .atStartOfDay(context.store().zone())
                                        .toInstant())));
    }
}
