package io.storeops.activity;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Fact;
import io.storeops.act.Verdict;
import io.storeops.campaign.Campaign;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.requirement.OpenedRequirements;
import io.storeops.requirement.OpenedRequirements.Ask;
import io.storeops.step.Phase;
import io.storeops.step.PlannedStep;
import io.storeops.step.PlannedSteps;
import io.storeops.step.Step;
import io.storeops.storage.Versioned;
import io.storeops.vetting.Allowances;
import io.storeops.vetting.Vetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Approving an activity, which brings its steps and makes others know of it, and preparing it (R73). */
final class Approving {
    private Approving() {}

    /** APPROVE_ACTIVITY: never by who drafted or submitted it (R89). */
    static Act<Activity> approve(String id, Allowances allowed) {
        return ActivityAct.of(
                        ActivityEvent.APPROVE,
                        id,
                        (context, known) -> approved(context, known, allowed),
                        allowed.overlap().stream().sorted().toList(),
                        allowed.reference())
                .submittedBy(activity -> activity.hands().submitters());
    }

    private static Verdict approved(Context context, Versioned<Activity> known, Allowances allowed) {
        Activity activity = known.value();
        Optional<ActivityState> to = ActivityAct.to(activity.state(), ActivityEvent.APPROVE);
        if (to.isEmpty()) {
            return ActivityAct.wrongState(context, activity, ActivityEvent.APPROVE);
        }
        List<PlannedStep> steps = CheckRuns.of(context, activity.id(), activity.plan());
        Optional<Refusal> refusal =
                activity.plan().campaign(activity.id()).unknown(context).or(() -> PlannedSteps.taken(context, steps));
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        Campaign planned = Campaign.planned(context, activity.plan().campaign(activity.id()));
        Vetting.Outcome outcome = Vetting.approval(context, planned, allowed);
        if (outcome instanceof Vetting.Refused refused) {
            return new Verdict.Refused(refused.refusal());
        }
        Vetting.Cleared cleared = (Vetting.Cleared) outcome;
        List<Edit<?>> more = new ArrayList<>(cleared.edits());
        more.addAll(
                PlannedSteps.planned(context, target(activity), activity.kind().name(), steps));
        return ActivityAct.becoming(
                        known, activity.becoming(to.get(), activity.hands().approving(context)))
                .with(more)
                .stating(cleared.facts().toArray(Fact[]::new));
    }

    static Target target(Activity activity) {
        return Activity.target(activity.id());
    }

    /** START_PREPARATION: what it needs is asked for. Where nothing is left to be done before the start, it is READY at once. */
    static Act<Activity> prepare(String id) {
        return ActivityAct.of(ActivityEvent.PREPARE, id, Approving::prepared);
    }

    private static Verdict prepared(Context context, Versioned<Activity> known) {
        Activity activity = known.value();
        Optional<ActivityState> to = ActivityAct.to(activity.state(), ActivityEvent.PREPARE);
        if (to.isEmpty()) {
            return ActivityAct.wrongState(context, activity, ActivityEvent.PREPARE);
        }
        Optional<List<Need>> needs = activity.plan().preparation();
        if (needs.isEmpty()) {
            return Verdict.refused(
                    "PREPARATION_MISSING",
                    "activity " + activity.id()
                            + " has no preparation list; if it needs nothing of anybody, an empty list" + " says so");
        }
        List<Ask> asks = needs.get().stream().map(Need::ask).toList();
        Optional<Refusal> refusal = OpenedRequirements.refusal(context, asks);
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        boolean ready = steps(context, activity).stream().allMatch(Approving::nothingBefore);
        ActivityState next =
                ready ? ActivityAct.to(to.get(), ActivityEvent.MAKE_READY).orElseThrow() : to.get();
        return ActivityAct.becoming(known, activity.becoming(next))
                .with(OpenedRequirements.opened(context, target(activity), asks))
                .telling("requirements", Json.of(asks.size()));
    }

    /** Whether a step does not keep an activity from being ready. */
    static boolean nothingBefore(Step step) {
        return step.done() || step.phase().filter(Phase.BEFORE::equals).isEmpty();
    }

    static List<Step> steps(Context context, Activity activity) {
        return PlannedSteps.of(context, target(activity)).stream()
                .map(Versioned::value)
                .toList();
    }
}
