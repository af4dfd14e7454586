package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Verdict;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.listing.ListedNow;
import io.storeops.listing.ListingValue;
import io.storeops.listing.NamedValue;
import io.storeops.position.Sla;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Putting before others what is theirs to decide: ESCALATE, FEED_BACK and INSTRUCT_WORK (R43 to R45, D12, D23). */
final class Escalations {
    private static final String WORK = "WORK";

    private Escalations() {}

    static Act<Anomaly> escalate(String id, ActorId to, String suggestion) {
        return Steps.of(AnomalyEvent.ESCALATE, id, to, suggestion)
                .unless((context, known) -> Steps.lacking(
                        context, Case.of(context, known), Categories.in(context).escalatingNeeds()))
                .unless((context, known) -> cannotDecide(context, to))
                .unless((context, known) -> Corrections.noChannel(context))
                .doing((context, known, state) -> {
                    Case each = Case.of(context, known);
                    return onItsWay(context, each) ? Verdict.done() : sent(context, each, to, suggestion);
                });
    }

    private static Optional<Refusal> cannotDecide(Context context, ActorId to) {
        return context.charter().decide(to, context.now(), Right.DECIDE_ANOMALY) instanceof Decision.Denied denied
                ? Optional.of(new Refusal(
                        "ASSIGNEE_CANNOT_ACT",
                        to + " does not hold " + denied.missing() + "; it is held by " + denied.holders()))
                : Optional.empty();
    }

    /** Whether a message waits that a channel may still accept: then there is no second one (D71). */
    private static boolean onItsWay(Context context, Case each) {
        return each.episode()
                .escalation()
                .filter(Escalation::waits)
                .flatMap(escalation -> context.rows()
                        .find(Delivery.TABLE, Delivery.key(context.store().id(), escalation.messageId())))
                .map(Versioned::value)
                .filter(delivery -> delivery.state().onItsWay())
                .isPresent();
    }

    private static Verdict.Done sent(Context context, Case each, ActorId to, String suggestion) {
        int asked = each.episode().escalation().map(Escalation::asked).orElse(0) + 1;
        int accepted = each.episode().escalation().map(Escalation::accepted).orElse(0);
        Escalation escalation = new Escalation(
                to,
                context.actor(),
                Optional.of(suggestion),
                asked,
                AnomalyMessages.id(each, "escalation-" + asked),
                Optional.empty(),
                accepted);
        return each.becoming(context, each.anomaly(), each.episode().escalation(escalation))
                .sending(AnomalyMessages.in(context).escalation(each, each.lastSeen(context), escalation).stream()
                        .toList());
    }

    static Act<Feedback> feedback(String id, Feedback.Decision decision) {
        return Steps.of(AnomalyEvent.FEED_BACK, id, decision)
                .unless((context, known) -> notYet(context, Case.of(context, known)))
                .doing((context, known, to) -> said(context, Case.of(context, known), decision))
                .giving((context, written) -> written.get(Feedback.TABLE));
    }

    private static Optional<Refusal> notYet(Context context, Case each) {
        return each.anomaly().state() == AnomalyState.FEEDBACK_GIVEN
                        || Categories.in(context).decidesFirst(context, context.actor())
                        || level(context, each) > 1
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "NOT_YET_LEVEL_2",
                        "anomaly " + each.anomaly().id() + " is before "
                                + each.episode()
                                        .escalation()
                                        .map(Escalation::to)
                                        .orElseThrow()
                                + "; it goes to the next superior if there is no feedback by "
                                + levelTwo(context, each).map(Instant::toString).orElse("any time")));
    }

    private static Optional<Instant> levelTwo(Context context, Case each) {
        return each.episode()
                .escalation()
                .flatMap(Escalation::acceptedAt)
                .flatMap(at -> Categories.in(context).feedbackDue(context, Sla.Key.FEEDBACK_LEVEL2, at));
    }

    /** Whether it has gone to the next superior, whenever the engine looked. */
    private static int level(Context context, Case each) {
        return levelTwo(context, each).filter(at -> !context.now().isBefore(at)).isPresent() ? 2 : 1;
    }

    private static Verdict.Done said(Context context, Case each, Feedback.Decision decision) {
        Anomaly known = each.anomaly();
        Edit<Feedback> said = Edit.insert(Feedback.TABLE, next(context, each, decision));
        if (known.state() == AnomalyState.FEEDBACK_GIVEN) {
            return Verdict.done(said);
        }
        Anomaly next = Changing.of(known)
                .to(AnomalyState.FEEDBACK_GIVEN)
                .acceptedUntil(decision.acceptedUntil())
                .under(context);
        Episode episode = each.episode()
                .answered(new Answer(context.actor(), context.now(), decision.word(), level(context, each)));
        List<Edit<?>> edits = new ArrayList<>(each.edits(context, next, episode));
        edits.add(said);
        decision.newReference().ifPresent(value -> edits.add(Reference.setting(context, known.key(), value)));
        return Verdict.done().with(edits);
    }

    private static Feedback next(Context context, Case each, Feedback.Decision decision) {
        int before = context.rows()
                .last(Query.of(Feedback.TABLE, context.store().id())
                        .where(each.anomaly().id(), each.episode().number()))
                .map(Feedback::number)
                .orElse(0);
        return new Feedback(
                context.store().id(),
                each.anomaly().id(),
                each.episode().number(),
                before + 1,
                decision,
                context.stamp());
    }

    static Act<Anomaly> instruct(String id, String text, Optional<ListingValue> value, Instant until) {
        return Steps.of(AnomalyEvent.INSTRUCT_WORK, id, text, value, until)
                .unless((context, known) -> value.flatMap(named -> cannotBeNamed(context, known, named, until)))
                .doing((context, known, to) -> {
                    Case each = Case.of(context, known);
                    List<Edit<?>> edits = new ArrayList<>(
                            each.edits(context, Changing.of(known).to(to).under(context), each.episode()));
                    edits.add(Edit.insert(Feedback.TABLE, next(context, each, Feedback.Decision.of(WORK, text))));
                    value.ifPresent(named -> edits.add(NamedValue.naming(
                            context, at(context, known, named).orElseThrow().at(), named, until)));
                    return Verdict.done().with(edits);
                });
    }

    private static Optional<ListedNow> at(Context context, Anomaly known, ListingValue value) {
        return ListedNow.find(context, known.key().subject(), value.field());
    }

    private static Optional<Refusal> cannotBeNamed(Context context, Anomaly known, ListingValue value, Instant until) {
        if (at(context, known, value).isEmpty()) {
            return Optional.of(new Refusal(
                    "NO_SUCH_LISTING",
                    "anomaly " + known.id() + " is about " + known.key() + ", which has no " + value.field()));
        }
        return until.isAfter(context.now())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "UNTIL_PASSED",
                        "the value could be written until " + until + ", and now is " + context.now()
                                + "; give a later instant"));
    }
}
