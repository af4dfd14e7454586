package io.storeops.activity;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.campaign.Campaign;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.step.PlannedStep;
import io.storeops.step.PlannedSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** TELL_ACTIVITY: what the host knows of activities that were begun before the library was, all of it or nothing. */
record TellActivities(List<ToldActivity> told) implements Act<Boolean> {
    @Override
    public EntryPoint entry() {
        return ActivityEntries.TELL;
    }

    @Override
    public String arguments() {
        return told.toString();
    }

    @Override
    public Verdict decide(Context context) {
        List<Edit<?>> edits = new ArrayList<>();
        for (ToldActivity each : told) {
            Optional<Activity> known = ActivityEntries.ACTIVITIES.find(context, each.id());
            if (known.isPresent() && isSame(known.get(), each)) {
                continue;
            }
            Optional<Refusal> refusal = refusal(context, known, each);
            if (refusal.isPresent()) {
                return new Verdict.Refused(refusal.get());
            }
            edits.addAll(edits(context, each));
        }
        return Verdict.done(edits.toArray(Edit<?>[]::new)).telling("activities", Json.of(told.size()));
    }

    private static boolean isSame(Activity known, ToldActivity each) {
        return known.plan().equals(each.plan()) && known.hands().submittedBy().equals(each.submittedBy());
    }

    private static Optional<Refusal> refusal(Context context, Optional<Activity> known, ToldActivity each) {
        if (known.isPresent() || Campaign.find(context, each.id()).isPresent()) {
            return Optional.of(new Refusal(
                    "KNOWN_ALREADY",
                    "activity " + each.id() + " is known already, and differs; only a person changes it"));
        }
        if (each.running() && each.plan().window().start().isAfter(context.now())) {
            return Optional.of(new Refusal(
                    "FROM_THE_FUTURE",
                    "activity " + each.id() + " is said to run, and starts at "
                            + each.plan().window().start() + "; now is " + context.now()));
        }
        return each.plan()
                .campaign(each.id())
                .unknown(context)
                .or(() -> PlannedSteps.taken(context, steps(context, each)));
    }

    private static List<PlannedStep> steps(Context context, ToldActivity each) {
        return CheckRuns.of(context, each.id(), each.plan());
    }

    private static List<Edit<?>> edits(Context context, ToldActivity each) {
        List<Edit<?>> edits = new ArrayList<>();
        edits.add(Edit.insert(Activity.TABLE, activity(context, each)));
        if (each.running()) {
            Campaign planned = Campaign.planned(context, each.plan().campaign(each.id()));
            edits.add(Edit.insert(
                    Campaign.TABLE, planned.started(each.plan().window().start())));
            edits.addAll(PlannedSteps.planned(
                    context, Activity.target(each.id()), each.plan().kind().name(), steps(context, each)));
        }
        return edits;
    }

    /** One that runs started at its start, as far as anybody knows. */
    private static Activity activity(Context context, ToldActivity each) {
        ActivityCourse course = each.running()
                ? ActivityCourse.NOT_BEGUN.started(each.plan().window().start(), Optional.empty())
                : ActivityCourse.NOT_BEGUN;
        return new Activity(
                context.store().id(),
                each.id(),
                each.plan(),
                each.running() ? ActivityState.RUNNING : ActivityState.SUBMITTED,
                context.stamp(),
                Hands.told(each.submittedBy(), each.approvedBy()),
                course);
    }

    @Override
    public Boolean recall(Context context, Written written) {
        return true;
    }
}
