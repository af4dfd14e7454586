package io.storeops.requirement;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Move;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Right;
import io.storeops.evidence.Evidence;
import io.storeops.failure.Refusal;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be done with a requirement that is open (4.7, R74, R75, D56-D58). */
final class RequirementActs {
    private RequirementActs() {}

    private static Move<Requirement, RequirementState, RequirementEvent, Requirement> move(
            RequirementEvent event, String id, Object... arguments) {
        return RequirementEntries.REQUIREMENTS.move(event, id, arguments);
    }

    /** SEND_REQUIREMENT without a channel: the party was told by word of mouth, so it knows. */
    static Act<Requirement> send(String id) {
        return move(RequirementEvent.SEND, id)
                .becoming((context, known, to) ->
                        known.becoming(to, known.course().sent(context.now(), Optional.empty())));
    }

    /** SEND_REQUIREMENT through a channel: it is SENT when the channel takes the message. One that waits there is not doubled (D71). */
    static Act<Requirement> queue(String id, String channel) {
        return move(RequirementEvent.QUEUE, id, channel)
                .unless((context, known) -> noSuchChannel(context, channel))
                .unless((context, known) -> redacted(known))
                .doing((context, known, to) ->
                        waits(context, known, channel) ? Verdict.done() : queued(context, known, channel))
                .giving((context, written) -> left(context, written, id));
    }

    /** RESEND_REQUIREMENT through a channel: as the first time, with the due instant that is judged from then on (D57, D71). */
    static Act<Requirement> queueAgain(String id, Instant due, String channel) {
        return move(RequirementEvent.QUEUE_AGAIN, id, due, channel)
                .unless((context, known) -> passed(context, id, due))
                .unless((context, known) -> noSuchChannel(context, channel))
                .unless((context, known) -> redacted(known))
                .doing((context, known, to) -> known.due().equals(due) && waits(context, known, channel)
                        ? Verdict.done()
                        : queued(context, known.dueBy(due), channel))
                .giving((context, written) -> left(context, written, id));
    }

    private static Optional<Refusal> noSuchChannel(Context context, String channel) {
        return context.roster().channels().names().contains(channel)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "NO_SUCH_CHANNEL",
                        "the roster has no channel " + channel + "; it has "
                                + context.roster().channels().names()));
    }

    private static Optional<Refusal> redacted(Requirement known) {
        return known.asked().what().isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "REDACTED",
                        "nobody knows any more what requirement " + known.id() + " asks for; open another"));
    }

    private static boolean waits(Context context, Requirement known, String channel) {
        return known.course()
                .waitsFor()
                .flatMap(message -> RequirementMessages.find(context, message))
                .filter(delivery ->
                        delivery.channel().equals(channel) && delivery.state().onItsWay())
                .isPresent();
    }

    private static Verdict.Done queued(Context context, Requirement known, String channel) {
        String message = RequirementMessages.next(known);
        return Verdict.done(replacing(
                        context, known.becoming(known.state(), known.course().queued(message))))
                .sending(List.of(new RequirementMessages(context).asking(known, message, channel)));
    }

    private static Edit<Requirement> replacing(Context context, Requirement next) {
        return Edit.replace(
                Requirement.TABLE,
                RequirementEntries.REQUIREMENTS.row(context, next.id()).orElseThrow(),
                next);
    }

    private static Requirement left(Context context, Written written, String id) {
        return written.all(Requirement.TABLE).stream()
                .findFirst()
                .orElseGet(
                        () -> RequirementEntries.REQUIREMENTS.find(context, id).orElseThrow());
    }

    /** A channel took the message that the requirement waits for, at the instant that the channel or a person stated (D58, D59). */
    static Act<Requirement> putThrough(String id, String message) {
        return move(RequirementEvent.PUT_THROUGH, id, message)
                .unless((context, known) -> known.course().waitsFor().equals(Optional.of(message))
                                && taken(context, message).isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                new Refusal("NOTHING_WAITS", "requirement " + id + " does not wait for " + message)))
                .becoming((context, known, to) ->
                        put(known, to, taken(context, message).orElseThrow()));
    }

    /** What comes of it that a person says that they sent a message: it is SENT from the instant on that they state. */
    static List<Edit<?>> sentByHand(Context context, Delivery delivery) {
        return RequirementMessages.aboutOf(delivery.messageId())
                .flatMap(id -> RequirementEntries.REQUIREMENTS.row(context, id))
                .filter(row -> row.value().course().waitsFor().equals(Optional.of(delivery.messageId())))
                .<List<Edit<?>>>map(row -> List.of(
                        Edit.replace(Requirement.TABLE, row, put(row.value(), RequirementState.SENT, delivery))))
                .orElse(List.of());
    }

    private static Requirement put(Requirement known, RequirementState to, Delivery taken) {
        return known.becoming(to, known.course().sent(taken.acceptedAt().orElseThrow(), Optional.of(taken.channel())));
    }

    /** A message that a channel took. */
    static Optional<Delivery> taken(Context context, String message) {
        return RequirementMessages.find(context, message)
                .filter(delivery -> delivery.acceptedAt().isPresent());
    }

    /** What the party itself says; of one outside, whoever deals with it records what it said (D58). */
    private static Move<Requirement, RequirementState, RequirementEvent, Requirement> answer(
            RequirementEvent event, String id, Object... arguments) {
        return move(event, id, arguments)
                .asking(known -> known.asked().external() ? Right.LIAISE : Right.ANSWER_COORDINATION)
                .within(
                        Right.ANSWER_COORDINATION,
                        found -> found.map(Requirement::asked)
                                .filter(asked -> !asked.external())
                                .map(Asked::party));
    }

    private static Move<Requirement, RequirementState, RequirementEvent, Requirement> step(
            RequirementEvent event, String id) {
        return answer(event, id)
                .unless((context, known) -> known.asked().external() && !proven(context, known)
                        ? Optional.of(new Refusal(
                                "EVIDENCE_MISSING",
                                "nothing proves that " + known.party() + " answered requirement " + id + " since "
                                        + known.course().since() + "; attach evidence to " + Requirement.target(id)
                                        + " first"))
                        : Optional.empty())
                .becoming((context, known, to) ->
                        known.becoming(to, known.course().moved(context.now())));
    }

    /** What proved the step before does not prove this one. */
    private static boolean proven(Context context, Requirement known) {
        return context
                .rows()
                .all(Query.of(Evidence.TABLE, context.store().id(), Evidence.BY_TARGET)
                        .where(Requirement.target(known.id())))
                .stream()
                .anyMatch(item -> item.stamp().at().isAfter(known.course().since()));
    }

    /** CONFIRM_REQUIREMENT. */
    static Act<Requirement> confirm(String id) {
        return step(RequirementEvent.CONFIRM, id);
    }

    /** DELIVER_REQUIREMENT. */
    static Act<Requirement> deliver(String id) {
        return step(RequirementEvent.DELIVER, id);
    }

    /** REJECT_REQUIREMENT: whoever decides is told (D57). */
    static Act<Requirement> reject(String id, String reason) {
        return answer(RequirementEvent.REJECT, id, reason)
                .because(reason, Requirement::owner)
                .doing((context, known, to) -> {
                    Told told = new Told(context.now(), Superiors.of(context));
                    Requirement next = known.rejectionTold(to, known.course().rejectedFor(context.now(), reason), told);
                    return Verdict.done(replacing(context, next))
                            .sending(new RequirementMessages(context).rejected(next, told.people()));
                });
    }

    /** RESEND_REQUIREMENT by word of mouth: the same requirement, judged by its last due instant (D57). */
    static Act<Requirement> resend(String id, Instant due) {
        return move(RequirementEvent.RESEND, id, due)
                .unless((context, known) -> passed(context, id, due))
                .becoming((context, known, to) ->
                        known.dueBy(due).becoming(to, known.course().sent(context.now(), Optional.empty())));
    }

    private static Optional<Refusal> passed(Context context, String id, Instant due) {
        return due.isAfter(context.now())
                ? Optional.empty()
                : Optional.of(new Refusal("DUE_PASSED", OpenRequirement.passed(id, context, due)));
    }

    /** ACCEPT_REQUIREMENT. */
    static Act<Requirement> accept(String id) {
        return move(RequirementEvent.ACCEPT, id).doing((context, known, to) -> {
            Requirement next = known.acceptedBy(to, new Requirement.Acceptance(context.now(), context.actor()));
            return Verdict.done(replacing(context, next)).stating(new RequirementAccepted(next));
        });
    }

    /** REWORK_REQUIREMENT: the due instant stays (D57). */
    static Act<Requirement> rework(String id, String reason) {
        return move(RequirementEvent.REWORK, id, reason)
                .because(reason, Requirement::owner)
                .becoming((context, known, to) ->
                        known.becoming(to, known.course().reworkedFor(context.now(), reason)));
    }

    /** The engine sees, once, that it is late, and tells whoever decides (D56). */
    static Act<Requirement> flagLate(String id) {
        return move(RequirementEvent.FLAG_LATE, id)
                .unless((context, known) -> known.lateness().isPresent()
                                || context.now().isBefore(known.due())
                        ? Optional.of(new Refusal(
                                "NOT_LATE", "requirement " + id + " is due at " + known.due() + ", or is told already"))
                        : Optional.empty())
                .doing((context, known, to) -> {
                    Told told = new Told(context.now(), Superiors.of(context));
                    return Verdict.done(replacing(context, known.seenLate(told)))
                            .sending(new RequirementMessages(context).late(known, told.people()));
                });
    }
}
