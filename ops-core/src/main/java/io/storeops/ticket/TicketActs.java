package io.storeops.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Exhibit;
import io.storeops.act.Move;
import io.storeops.act.Verdict;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.EvidenceKind;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be done with a ticket that is there (4.6, D50-D52, R71). */
final class TicketActs {
    /** For how long after the report back the problem is the same one (D52). */
    private static final Duration REOPENABLE = Duration.ofHours(24);

    private static final EvidenceKind HANDLING_REPORT = EvidenceKind.parse("HANDLING_REPORT");

    private TicketActs() {}

    private static Move<Ticket, TicketState, TicketEvent, Ticket> move(
            TicketEvent event, String id, Object... arguments) {
        return TicketEntries.TICKETS.move(event, id, arguments);
    }

    private static Steps.Step step(Context context) {
        return new Steps.Step(context.now(), context.actor());
    }

    private static Edit<Ticket> replacing(Context context, Ticket next) {
        return Edit.replace(
                Ticket.TABLE, TicketEntries.TICKETS.row(context, next.id()).orElseThrow(), next);
    }

    private static ActorId reporter(Ticket known) {
        return known.opened().by();
    }

    /** Whoever needs to know why a ticket stands as it does: its owner, or who brought it while nobody has taken it on. */
    private static ActorId concerned(Ticket known) {
        return known.episode().steps().owner().orElseGet(() -> reporter(known));
    }

    /** ACK_TICKET: whoever does it goes on with it. */
    static Act<Ticket> acknowledge(String id) {
        return move(TicketEvent.ACKNOWLEDGE, id)
                .becoming((context, known, to) -> known.becoming(
                        to, known.episode().with(known.episode().steps().acknowledgedAs(step(context)))));
    }

    /** HANDLE_TICKET. */
    static Act<Ticket> handle(String id) {
        return move(TicketEvent.HANDLE, id).becoming((context, known, to) -> known.becoming(to, known.episode()));
    }

    /** HOLD_TICKET: stops the time for the solution, never that for the acknowledgement (D50). */
    static Act<Ticket> hold(String id, String reason) {
        return move(TicketEvent.HOLD, id, reason)
                .unless((context, known) -> known.episode().clocks().onHold()
                        ? wrongState(known, "is on hold already; it can be resumed")
                        : Optional.empty())
                .because(reason, TicketActs::concerned)
                .becoming((context, known, to) -> known.becoming(
                        to,
                        known.episode()
                                .with(known.episode().clocks().held(context.now()))
                                .with(known.episode().texts().heldFor(reason))));
    }

    /** RESUME_TICKET. */
    static Act<Ticket> resume(String id) {
        return move(TicketEvent.RESUME, id)
                .unless((context, known) -> known.episode().clocks().onHold()
                        ? Optional.empty()
                        : wrongState(known, "is not on hold; there is nothing to resume"))
                .becoming((context, known, to) -> known.becoming(to, running(context, known)));
    }

    private static Optional<Refusal> wrongState(Ticket known, String why) {
        return Optional.of(new Refusal("WRONG_STATE", "ticket " + known.id() + ", " + known.state() + ", " + why));
    }

    /** The episode with its time running: what is done on hold ends the hold. */
    private static Episode running(Context context, Ticket known) {
        Episode episode = known.episode();
        return episode.with(episode.clocks()
                .resumed(
                        context.now(),
                        OpenTicket.time(context),
                        episode.steps().solved().isPresent()));
    }

    /** MERGE_TICKET: its clocks stop, and the other one speaks for its reporters (D51). */
    static Act<Ticket> merge(String id, String into) {
        return move(TicketEvent.MERGE, id, into)
                .unless((context, known) -> cannotTake(context, known, into))
                .doing((context, known, to) -> {
                    Ticket master = TicketEntries.TICKETS.find(context, into).orElseThrow();
                    Ticket merged =
                            known.mergedAs(to, running(context, known), new Ticket.Merging(context.now(), into));
                    return Verdict.done(replacing(context, merged), replacing(context, master.speakingFor(known)));
                });
    }

    private static Optional<Refusal> cannotTake(Context context, Ticket known, String into) {
        if (into.equals(known.id())) {
            return Optional.of(
                    new Refusal("SAME_TICKET", "ticket " + into + " cannot be merged into itself; name another"));
        }
        Optional<Ticket> master = TicketEntries.TICKETS.find(context, into);
        return master.isEmpty()
                ? Optional.of(TicketEntries.TICKETS.unknown(context, into))
                : master.filter(other -> !other.state().open())
                        .flatMap(other ->
                                wrongState(other, "takes no other ticket in; nobody reports it back any more"));
    }

    /** ESCALATE_TICKET: that meets the due of the solution, and whoever decides is told. */
    static Act<Ticket> escalate(String id, ActorId to, String reason) {
        return move(TicketEvent.ESCALATE, id, to, reason)
                .because(reason, known -> to)
                .unless((context, known) -> cannotDecide(context, to))
                .doing((context, known, state) -> {
                    Episode episode = running(context, known);
                    Ticket next = known.becoming(
                            state,
                            episode.with(episode.steps().escalatedAs(step(context), to))
                                    .with(episode.texts().escalatedFor(reason)));
                    return Verdict.done(replacing(context, next)).sending(new TicketMessages(context).escalated(next));
                });
    }

    private static Optional<Refusal> cannotDecide(Context context, ActorId to) {
        return context.charter().decide(to, context.now(), Right.INSTRUCT) instanceof Decision.Denied denied
                ? Optional.of(new Refusal(
                        "ASSIGNEE_CANNOT_ACT",
                        to + " does not hold " + denied.missing() + "; it is held by " + denied.holders()))
                : Optional.empty();
    }

    /** DECIDE_TICKET. */
    static Act<Ticket> decide(String id, String decision) {
        return move(TicketEvent.DECIDE, id, decision)
                .because(decision, TicketActs::concerned)
                .becoming((context, known, to) -> known.becoming(
                        to, known.episode().with(known.episode().texts().decided(decision))));
    }

    /** RESOLVE_TICKET: the handling report becomes evidence in the same commit. */
    static Act<Ticket> resolve(String id, String report) {
        return move(TicketEvent.RESOLVE, id, report)
                .unless((context, known) -> report.isBlank()
                        ? Optional.of(new Refusal(
                                "EVIDENCE_MISSING",
                                "ticket " + id + " is solved with a report of how, which tells " + reporter(known)))
                        : Optional.empty())
                .doing((context, known, to) -> {
                    Episode episode = running(context, known);
                    return Verdict.done(replacing(
                                    context,
                                    known.becoming(
                                            to,
                                            episode.with(episode.steps().resolvedAs(step(context)))
                                                    .with(episode.texts().reporting(report)))))
                            .exhibiting(new Exhibit(
                                    Ticket.target(id),
                                    HANDLING_REPORT,
                                    Attachment.of("text/plain", report.getBytes(UTF_8))));
                });
    }

    /** REPORT_BACK: to everybody who brought it, or one that was merged into it (D51); they are told. */
    static Act<Ticket> reportBack(String id, List<ActorId> to) {
        return move(TicketEvent.REPORT_BACK, id, to)
                .unless((context, known) -> {
                    List<ActorId> missing = known.reporters().stream()
                            .filter(reporter -> !to.contains(reporter))
                            .toList();
                    return missing.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Refusal(
                                    "REPORTER_MISSING",
                                    "ticket " + id + " was brought by " + known.reporters()
                                            + "; it is to be reported to " + missing + " too",
                                    missing.stream().map(ActorId::value).toList()));
                })
                .doing((context, known, state) -> {
                    Ticket next = known.becoming(
                            state, known.episode().with(known.episode().steps().reportedBackAs(step(context))));
                    return Verdict.done(replacing(context, next))
                            .sending(new TicketMessages(context).reportedBack(next, to));
                });
    }

    /** CLOSE_TICKET. */
    static Act<Ticket> close(String id) {
        return move(TicketEvent.CLOSE, id).becoming((context, known, to) -> known.becoming(to, known.episode()));
    }

    /** REOPEN_TICKET: a new episode with its own clocks, of the same severity (D52). */
    static Act<Ticket> reopen(String id, String reason) {
        return move(TicketEvent.REOPEN, id, reason)
                .within(Right.RAISE_TICKET, found -> found.map(Ticket::department))
                .unless((context, known) -> reopenable(context, known))
                .because(reason, TicketActs::concerned)
                .doing((context, known, to) -> Verdict.done(
                        replacing(
                                context,
                                known.becoming(
                                        to,
                                        new Episode(
                                                known.episode().number() + 1,
                                                OpenTicket.begun(context, known.severity()),
                                                Steps.NONE,
                                                Texts.of(reason)))),
                        Edit.insert(
                                PastEpisode.TABLE,
                                new PastEpisode(context.store().id(), id, known.episode()))));
    }

    private static Optional<Refusal> reopenable(Context context, Ticket known) {
        Instant until = known.endedAt().orElseThrow().plus(REOPENABLE);
        return context.now().isBefore(until)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "REOPEN_WINDOW",
                        "ticket " + known.id() + " could be opened again before " + until + ", and now is "
                                + context.now() + "; bring a new one"));
    }
}
