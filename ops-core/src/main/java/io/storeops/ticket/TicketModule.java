package io.storeops.ticket;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Check;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.PersonalActs;
import io.storeops.act.Things;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Measure;
import io.storeops.agenda.OpenItem;
import io.storeops.authority.Right;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.outbox.Outbox;
import io.storeops.report.ReportPart;
import io.storeops.requirement.RequirementOpened;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Duty 4.2, problem handling. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class TicketModule implements DutyModule {
    /** The module. */
    public static final TicketModule MODULE = new TicketModule();

    private static final TicketProgress PROGRESS = new TicketProgress();

    private TicketModule() {}

    @Override
    public String name() {
        return "ticket";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Ticket.TABLE, PastEpisode.TABLE);
    }

    @Override
    public List<ReportPart> reportParts() {
        return List.of(ReportedTickets.PART);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(TicketEntries.TICKETS.entries())
                .add(TicketEntries.READ)
                .build();
    }

    @Override
    public List<Things<?, ?, ?>> things() {
        return List.of(TicketEntries.TICKETS);
    }

    @Override
    public Optional<DutyProgress> progress() {
        return Optional.of(PROGRESS);
    }

    @Override
    public List<Measure> measures() {
        return TicketKpis.MEASURES;
    }

    /** A ticket asks for something only while it is handled (D50). */
    @Override
    public List<Check<?>> checks() {
        return List.of(new Check<>(RequirementOpened.class, TicketModule::asks));
    }

    private static Check.Answer asks(Context context, RequirementOpened opened) {
        return opened.requirement()
                .origin()
                .filter(origin -> origin.kind().equals(Ticket.TABLE.name()))
                .map(origin -> asksOf(context, origin.id()))
                .orElseGet(Check.Answer::passed);
    }

    private static Check.Answer asksOf(Context context, String id) {
        Optional<Versioned<Ticket>> row = TicketEntries.TICKETS.row(context, id);
        if (row.isEmpty()) {
            Refusal unknown = TicketEntries.TICKETS.unknown(context, id);
            return Check.Answer.refused(unknown.code(), unknown.detail());
        }
        TicketState state = row.get().value().state();
        return state == TicketState.HANDLING
                ? Check.Answer.passed(new Edit.Unchanged<>(
                        Ticket.TABLE,
                        Key.of(context.store().id(), id),
                        row.get().revision()))
                : Check.Answer.refused(
                        "WRONG_STATE",
                        "ticket " + id + " is " + state + "; it can ask for something while it is "
                                + TicketState.HANDLING);
    }

    /** What a person took on and has not reported back, in the order in which it was brought. */
    @Override
    public List<OpenItem> openItems(Context context, ActorId person) {
        return TicketEntries.open(context).stream()
                .filter(ticket -> ticket.episode().steps().owner().equals(Optional.of(person)))
                .sorted(Comparator.comparing(ticket -> ticket.opened().at()))
                .map(ticket -> new OpenItem(
                        Ticket.target(ticket.id()),
                        ticket.state().name(),
                        Right.LIAISE,
                        to -> Edit.replace(
                                Ticket.TABLE,
                                TicketEntries.TICKETS.row(context, ticket.id()).orElseThrow(),
                                ticket.becoming(
                                        ticket.state(),
                                        ticket.episode()
                                                .with(ticket.episode().steps().ownedBy(to))))))
                .toList();
    }

    /**
     * What gives persons the tickets of stores.
     *
     * @param outbox sends what acts queued
     * @return gives the tickets in a person's hands
     */
    public Function<PersonalActs, Tickets> service(Outbox outbox) {
        return acts -> new Tickets(acts, outbox);
    }
}
