package io.storeops.activity;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Verdict;
import io.storeops.campaign.Campaign;
import io.storeops.failure.Refusal;
import io.storeops.requirement.OpenedRequirements;
import io.storeops.storage.Versioned;
import io.storeops.vetting.Vetting;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Starting an activity: by itself at its instant, later by a person, or not (D35). */
final class Starting {
    private static final String BELOW_FLOOR = "BELOW_FLOOR";

    private Starting() {}

    /** What keeps an approved activity from starting now, in order. */
    static Set<StartCause> causes(Context context, Activity activity) {
        Set<StartCause> causes = EnumSet.noneOf(StartCause.class);
        if (activity.state() != ActivityState.READY) {
            causes.add(StartCause.NOT_READY);
        }
        if (OpenedRequirements.of(context, Approving.target(activity)).stream()
                .anyMatch(asked -> asked.required() && !asked.accepted())) {
            causes.add(StartCause.REQUIREMENT);
        }
        Vetting.atStart(context, Campaign.find(context, activity.id()).orElseThrow())
                .forEach(refusal ->
                        causes.add(refusal.code().equals(BELOW_FLOOR) ? StartCause.FLOOR : StartCause.STOCK));
        return causes;
    }

    /** BEGIN_ACTIVITY, by the engine. */
    static Act<Activity> begin(String id) {
        return ActivityAct.of(ActivityEvent.BEGIN, id, (context, known) -> {
            Activity activity = known.value();
            Optional<ActivityState> to = ActivityAct.to(activity.state(), ActivityEvent.BEGIN);
            if (to.isEmpty() || activity.startBlocked()) {
                return ActivityAct.wrongState(context, activity, ActivityEvent.BEGIN);
            }
            Optional<Refusal> refusal = notItsTime(context, activity).or(() -> blocked(context, activity));
            return refusal.<Verdict>map(Verdict.Refused::new)
                    .orElseGet(() -> started(context, known, to.get(), Optional.empty()));
        });
    }

    /** START_BLOCKED, by the engine: the manager is told once. */
    static Act<Activity> block(String id) {
        return ActivityAct.of(ActivityEvent.BLOCK, id, (context, known) -> {
            Activity activity = known.value();
            Optional<ActivityState> to = ActivityAct.to(activity.state(), ActivityEvent.BLOCK);
            if (to.isEmpty() || activity.startBlocked()) {
                return ActivityAct.wrongState(context, activity, ActivityEvent.BLOCK);
            }
            Optional<Refusal> refusal = notItsTime(context, activity);
            if (refusal.isPresent()) {
                return new Verdict.Refused(refusal.get());
            }
            Activity next = activity.becoming(to.get(), activity.course().blocked(context.now()));
            return ActivityAct.becoming(known, next)
                    .sending(new ActivityMessages(context).blocked(activity, causes(context, activity)));
        });
    }

    private static Verdict.Done started(
            Context context, Versioned<Activity> known, ActivityState to, Optional<String> why) {
        Activity activity = known.value();
        return ActivityAct.becoming(
                        known, activity.becoming(to, activity.course().started(context.now(), why)))
                .with(Vetting.started(context, activity.id(), context.now()));
    }

    private static Optional<Refusal> notItsTime(Context context, Activity activity) {
        if (context.now().isBefore(activity.start())) {
            return Optional.of(new Refusal(
                    "NOT_DUE",
                    "activity " + activity.id() + " starts at " + activity.start() + ", now is " + context.now()));
        }
        return context.now().isBefore(activity.end())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "ENDED",
                        "activity " + activity.id() + " was to end at " + activity.end() + ", now is " + context.now()
                                + "; what is over starts anew"));
    }

    private static Optional<Refusal> blocked(Context context, Activity activity) {
        Set<StartCause> causes = causes(context, activity);
        return causes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                                "START_BLOCKED",
                                "activity " + activity.id() + ", which is " + activity.state() + ", cannot start: "
                                        + causes
                                        + "; once the cause is gone it can, or before if the manager overrides it")
                        .naming("causes", causes.stream().map(StartCause::name).toList()));
    }

    /** START_ACTIVITY: by whoever runs activities, once nothing hinders it. */
    static Act<Activity> start(String id) {
        return ActivityAct.of(ActivityEvent.START, id, (context, known) -> {
            Activity activity = known.value();
            if (!ActivityState.COMING.contains(activity.state())) {
                return ActivityAct.wrongState(context, activity, ActivityEvent.START);
            }
            Optional<Refusal> refusal = notItsTime(context, activity).or(() -> blocked(context, activity));
            return refusal.<Verdict>map(Verdict.Refused::new)
                    .orElseGet(() -> ActivityAct.to(activity.state(), ActivityEvent.START)
                            .<Verdict>map(to -> started(context, known, to, Optional.empty()))
                            .orElseGet(() -> ActivityAct.wrongState(context, activity, ActivityEvent.START)));
        });
    }

    /**
     * OVERRIDE_START: by the manager, against whatever hinders it but a price below the floor (D10).
     *
     * @param id the activity
     * @param why why all the same
     */
    static Act<Activity> override(String id, String why) {
        return ActivityAct.of(
                ActivityEvent.OVERRIDE,
                id,
                (context, known) -> {
                    Activity activity = known.value();
                    Optional<ActivityState> to = ActivityAct.to(activity.state(), ActivityEvent.OVERRIDE);
                    if (to.isEmpty()) {
                        return ActivityAct.wrongState(context, activity, ActivityEvent.OVERRIDE);
                    }
                    if (why.isBlank()) {
                        return Verdict.refused(
                                "REASON_MISSING",
                                "whoever starts activity " + activity.id() + " against what hinders it says why");
                    }
                    Optional<Refusal> refusal = notItsTime(context, activity).or(() -> belowFloor(context, activity));
                    return refusal.<Verdict>map(Verdict.Refused::new)
                            .orElseGet(() -> started(context, known, to.get(), Optional.of(why)));
                },
                why);
    }

    private static Optional<Refusal> belowFloor(Context context, Activity activity) {
        return Vetting.atStart(context, Campaign.find(context, activity.id()).orElseThrow()).stream()
                .filter(each -> each.code().equals(BELOW_FLOOR))
                .findFirst();
    }
}
