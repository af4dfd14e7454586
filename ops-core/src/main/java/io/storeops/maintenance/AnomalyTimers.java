package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.act.Move;
import io.storeops.act.Timer;
import io.storeops.position.Sla;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What the engine does about anomalies by itself: it notices that a channel accepted what waited, reminds, goes to the next superior, and
 * says once that nobody acted in time (D12, D23).
 */
final class AnomalyTimers {
    private AnomalyTimers() {}

    static List<Timer> of(Context context) {
        return Stream.concat(
                        accepted(context),
                        Stream.of(AnomalyState.FOUND, AnomalyState.CORRECTING, AnomalyState.ESCALATED)
                                .flatMap(state -> Case.in(context, state).stream())
                                .flatMap(each -> each.anomaly().state() == AnomalyState.ESCALATED
                                        ? unanswered(context, each)
                                        : overdue(context, each)))
                .toList();
    }

    /** What waited for a channel and was accepted, in the order in which it was. */
    static Stream<Timer> accepted(Context context) {
        return Stream.of(AnomalyState.FOUND, AnomalyState.CORRECTING, AnomalyState.CORRECTED)
                .flatMap(state -> Case.in(context, state).stream())
                .flatMap(each -> waiting(each).stream()
                        .flatMap(message -> acceptedAt(context, message)
                                .map(at -> new Timer(
                                        at, new MessageAccepted(each.anomaly().id(), message)))
                                .stream()))
                .sorted(Comparator.comparing(Timer::at));
    }

    /** The message that an anomaly waits for. */
    static Optional<String> waiting(Case each) {
        return each.anomaly().state() == AnomalyState.CORRECTED
                ? each.episode().work().noticeId()
                : each.episode().escalation().filter(Escalation::waits).map(Escalation::messageId);
    }

    static Optional<Instant> acceptedAt(Context context, String message) {
        return context.rows()
                .find(Delivery.TABLE, Delivery.key(context.store().id(), message))
                .map(Versioned::value)
                .flatMap(Delivery::acceptedAt);
    }

    private static Stream<Timer> unanswered(Context context, Case each) {
        Instant accepted =
                each.episode().escalation().flatMap(Escalation::acceptedAt).orElseThrow();
        Marks marks = each.episode().marks();
        Categories categories = Categories.in(context);
        Stream<Timer> reminder = categories.feedbackDue(context, Sla.Key.FEEDBACK, accepted).stream()
                .filter(at -> marks.remindedAt().isEmpty())
                .map(at -> new Timer(at, remind(each.anomaly().id())));
        Stream<Timer> stepUp = categories.feedbackDue(context, Sla.Key.FEEDBACK_LEVEL2, accepted).stream()
                .filter(at -> marks.steppedUpAt().isEmpty())
                .map(at -> new Timer(at, stepUp(each.anomaly().id())));
        return Stream.concat(reminder, stepUp);
    }

    private static Stream<Timer> overdue(Context context, Case each) {
        return each.episode().marks().overdueAt().isPresent()
                ? Stream.of()
                : Dues.overdueFrom(context, each).stream()
                        .map(at -> new Timer(at, flag(each.anomaly().id())));
    }

    private static Move<Anomaly, AnomalyState, AnomalyEvent, Anomaly> remind(String id) {
        return marking(
                        AnomalyEvent.REMIND,
                        id,
                        (context, each) -> each.episode().marks().reminded(context.now()))
                .also((context, done) -> {
                    Case each = known(context, id);
                    return done.sending(
                            AnomalyMessages.in(context)
                                    .reminder(
                                            each,
                                            each.episode()
                                                    .escalation()
                                                    .orElseThrow()
                                                    .to())
                                    .stream()
                                    .toList());
                });
    }

    private static Move<Anomaly, AnomalyState, AnomalyEvent, Anomaly> stepUp(String id) {
        return marking(
                        AnomalyEvent.STEP_UP,
                        id,
                        (context, each) -> each.episode().marks().steppedUp(context.now()))
                .also((context, done) -> done.sending(
                        AnomalyMessages.in(context)
                                .steppedUp(
                                        known(context, id),
                                        Categories.in(context).superiors(context))
                                .stream()
                                .toList()));
    }

    private static Move<Anomaly, AnomalyState, AnomalyEvent, Anomaly> flag(String id) {
        return marking(
                AnomalyEvent.FLAG, id, (context, each) -> each.episode().marks().overdue(context.now()));
    }

    private static Case known(Context context, String id) {
        return Case.of(context, MaintenanceEntries.ANOMALIES.find(context, id).orElseThrow());
    }

    private static Move<Anomaly, AnomalyState, AnomalyEvent, Anomaly> marking(
            AnomalyEvent event, String id, BiFunction<Context, Case, Marks> mark) {
        return Steps.of(event, id).doing((context, known, to) -> {
            Case each = Case.of(context, known);
            return each.becoming(context, known, each.episode().marked(mark.apply(context, each)));
        });
    }
}
