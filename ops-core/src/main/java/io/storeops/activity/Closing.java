package io.storeops.activity;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Verdict;
import io.storeops.failure.Refusal;
import io.storeops.position.ActivityRules;
import io.storeops.step.Phase;
import io.storeops.step.Step;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** CLOSE_ACTIVITY: nothing of an activity is shown any more, and what has to follow is done (R63). */
final class Closing {
    static final String INCOMPLETE = "CLOSE_OUT_INCOMPLETE";
    static final String MISSING = "missing";

    private Closing() {}

    /**
     * The act.
     *
     * @param id the activity
     * @param prices what the platform shows of its SKUs, as far as it tells
     */
    static Act<Activity> close(String id, Prices prices) {
        return ActivityAct.of(ActivityEvent.CLOSE, id, (context, known) -> closed(context, known, prices));
    }

    private static Verdict closed(Context context, Versioned<Activity> known, Prices prices) {
        Activity activity = known.value();
        Optional<ActivityState> to = ActivityAct.to(activity.state(), ActivityEvent.CLOSE);
        if (to.isEmpty()) {
            return ActivityAct.wrongState(context, activity, ActivityEvent.CLOSE);
        }
        NavigableSet<String> missing = missing(context, activity, prices);
        if (!missing.isEmpty()) {
            return new Verdict.Refused(new Refusal(
                            INCOMPLETE,
                            "activity " + activity.id() + " is not closed while " + missing
                                    + " is not restored; write what"
                                    + " is approved now, or tell that it is shown, and answer the checks after the end")
                    .naming(MISSING, List.copyOf(missing)));
        }
        List<String> open = open(context, activity);
        return open.isEmpty()
                ? ActivityAct.becoming(
                        known, activity.becoming(to.get(), activity.course().closed(context.now())))
                : new Verdict.Refused(new Refusal(
                                "STEP_OPEN",
                                "activity " + activity.id() + " is not closed while the steps " + open + " are open")
                        .naming("open", open));
    }

    /**
     * What is not restored or removed: what the roster names for its kind, whatever promotional value stands, and the checks after the end
     * of an activity that has runs of checks.
     */
    static NavigableSet<String> missing(Context context, Activity activity, Prices prices) {
        NavigableSet<String> missing = unrestored(context, activity, prices);
        if (activity.kind() != ActivityRules.Kind.THIRD_PARTY) {
            Approving.steps(context, activity).stream()
                    .filter(step -> !step.done()
                            && step.phase().filter(Phase.AFTER::equals).isPresent())
                    .map(Step::name)
                    .forEach(missing::add);
            // The check says the same of what it is about.
            missing.removeIf(name -> CloseOut.find(name)
                    .filter(kind -> missing.contains(kind.check()))
                    .isPresent());
        }
        return missing;
    }

    /** What of the listings is not restored. */
    static NavigableSet<String> unrestored(Context context, Activity activity, Prices prices) {
        ShownValues shown = new ShownValues(context, activity);
        List<String> named = context.roster().activities().closeOut().getOrDefault(activity.kind(), List.of());
        NavigableSet<String> missing = new TreeSet<>();
        for (CloseOut kind : CloseOut.values()) {
            boolean open = named.contains(kind.name()) ? !shown.restored(kind) : shown.stands(kind);
            if (open || (kind == CloseOut.PRICE && !prices.restored(context, activity))) {
                missing.add(kind.name());
            }
        }
        // What no listing has, as a banner, is restored when the check of that name says so.
        named.stream()
                .filter(name -> CloseOut.find(name).isEmpty())
                .filter(name -> Approving.steps(context, activity).stream()
                        .noneMatch(step -> step.name().equals(name) && step.done()))
                .forEach(missing::add);
        return missing;
    }

    /** One that was broken off needs nothing but to be restored. */
    private static List<String> open(Context context, Activity activity) {
        return activity.kind() != ActivityRules.Kind.THIRD_PARTY || activity.brokenOff()
                ? List.of()
                : Approving.steps(context, activity).stream()
                        .filter(step -> !step.done())
                        .map(Step::name)
                        .toList();
    }
}
