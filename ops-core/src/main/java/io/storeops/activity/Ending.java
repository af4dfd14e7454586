package io.storeops.activity;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Verdict;
import io.storeops.campaign.Campaign;
import io.storeops.campaign.QuotaExceeded;
import io.storeops.step.PlannedSteps;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import io.storeops.vetting.Released;
import io.storeops.vetting.Vetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an activity is over: its end comes, its quota is used up (D37), it is cancelled (D36), or it never started (D35). */
final class Ending {
    private Ending() {}

    /** END_ACTIVITY, by the engine. */
    static Act<Activity> end(String id) {
        return ActivityAct.of(ActivityEvent.END, id, (context, known) -> {
            Activity activity = known.value();
            Optional<ActivityState> to = ActivityAct.to(activity.state(), ActivityEvent.END);
            if (to.isEmpty()) {
                return ActivityAct.wrongState(context, activity, ActivityEvent.END);
            }
            return context.now().isBefore(activity.end())
                    ? notOver(context, activity)
                    : ended(context, known, to.get());
        });
    }

    private static Verdict notOver(Context context, Activity activity) {
        return Verdict.refused(
                "NOT_DUE", "activity " + activity.id() + " ends at " + activity.end() + ", now is " + context.now());
    }

    private static Verdict.Done ended(Context context, Versioned<Activity> known, ActivityState to) {
        Activity activity = known.value();
        return ActivityAct.becoming(
                        known, activity.becoming(to, activity.course().ended(context.now())))
                .with(Vetting.left(context, activity.id(), context.now(), Released.ENDED));
    }

    /** TRACK_EFFECT: one that has nothing left to be sold ends, and units beyond what is offered are told (D45). */
    static Act<Activity> track(String id, Effect effect) {
        return ActivityAct.of(ActivityEvent.TRACK, id, (context, known) -> tracked(context, known, effect), effect);
    }

    private static Verdict tracked(Context context, Versioned<Activity> known, Effect told) {
        Activity activity = known.value();
        Optional<ActivityState> to = ActivityAct.to(activity.state(), ActivityEvent.TRACK);
        if (to.isEmpty()) {
            return ActivityAct.wrongState(context, activity, ActivityEvent.TRACK);
        }
        Effect effect =
                told.quota().isPresent() ? told : told.of(activity.plan().quota());
        Activity read = activity.becoming(to.get(), activity.course().tracked(effect.sold()));
        List<Edit<?>> reading = List.of(Edit.insert(
                EffectReading.TABLE,
                new EffectReading(
                        context.store().id(),
                        activity.id(),
                        readings(context, activity.id()).size() + 1,
                        effect,
                        context.stamp())));
        Optional<ActivityState> over = effect.exhausted()
                ? ActivityAct.to(activity.state(), ActivityEvent.EXHAUST).filter(next -> next != activity.state())
                : Optional.empty();
        Verdict.Done done = over.map(state -> ActivityAct.becoming(
                                known, read.becoming(state, read.course().ended(context.now())))
                        .with(reading)
                        .with(Vetting.left(context, activity.id(), context.now(), Released.ENDED)))
                .orElseGet(() -> ActivityAct.becoming(known, read).with(reading));
        return effect.beyond()
                .map(quota -> done.stating(
                        new QuotaExceeded(Campaign.find(context, activity.id()).orElseThrow(), effect.sold(), quota)))
                .orElse(done);
    }

    static List<EffectReading> readings(Context context, String id) {
        return context.rows()
                .all(Query.of(EffectReading.TABLE, context.store().id()).where(id));
    }

    /** LAPSE_ACTIVITY, by the engine: it never started by its end. */
    static Act<Activity> lapse(String id) {
        return ActivityAct.of(ActivityEvent.LAPSE, id, (context, known) -> {
            Activity activity = known.value();
            if (ActivityAct.to(activity.state(), ActivityEvent.LAPSE).isEmpty()) {
                return ActivityAct.wrongState(context, activity, ActivityEvent.LAPSE);
            }
            return context.now().isBefore(activity.end())
                    ? notOver(context, activity)
                    : brokenOff(
                            context,
                            known,
                            shown(context, activity) ? ActivityEvent.LAPSE_SHOWN : ActivityEvent.LAPSE,
                            EndReason.NOT_STARTED,
                            Optional.empty());
        });
    }

    /**
     * CANCEL_ACTIVITY.
     *
     * @param id the activity
     * @param reason why
     * @param prices what the platform shows of its SKUs, as far as it tells
     */
    static Act<Activity> cancel(String id, String reason, Prices prices) {
        return ActivityAct.of(
                ActivityEvent.CANCEL,
                id,
                (context, known) -> {
                    Activity activity = known.value();
                    if (ActivityAct.to(activity.state(), ActivityEvent.CANCEL).isEmpty()) {
                        return ActivityAct.wrongState(context, activity, ActivityEvent.CANCEL);
                    }
                    if (reason.isBlank()) {
                        return Verdict.refused(
                                "REASON_MISSING",
                                "activity " + id + " is cancelled for a reason, which tells "
                                        + activity.hands().submitter() + " why");
                    }
                    return brokenOff(
                            context,
                            known,
                            prices.promotional(context, activity) || shown(context, activity)
                                    ? ActivityEvent.CANCEL_SHOWN
                                    : ActivityEvent.CANCEL,
                            EndReason.CANCELLED,
                            Optional.of(reason));
                },
                reason);
    }

    private static boolean shown(Context context, Activity activity) {
        return new ShownValues(context, activity).any();
    }

    /** What is not done of it counts no more (D43), and what it promised is released. */
    private static Verdict.Done brokenOff(
            Context context, Versioned<Activity> known, ActivityEvent event, EndReason reason, Optional<String> words) {
        Activity activity = known.value();
        ActivityState to = ActivityAct.to(activity.state(), event).orElseThrow();
        List<Edit<?>> edits = new ArrayList<>(PlannedSteps.uncounted(context, Approving.target(activity)));
        edits.addAll(Vetting.left(
                context,
                activity.id(),
                context.now(),
                reason == EndReason.CANCELLED ? Released.CANCELLED : Released.NOT_STARTED));
        return ActivityAct.becoming(
                        known, activity.becoming(to, activity.course().ended(context.now(), reason, words)))
                .with(edits);
    }
}
