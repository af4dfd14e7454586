package io.storeops.activity;

import io.storeops.act.Context;
import io.storeops.catalog.Money;
import io.storeops.document.Cell;
import io.storeops.report.ReportFilling;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportScope;
import io.storeops.step.CheckRecord;
import io.storeops.step.PlannedSteps;
import io.storeops.step.Step;
import io.storeops.step.StepState;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The activities that ran in a week, or came to nothing in it, for the weekly report (R78). */
final class ReportedActivities {
    static final ReportPart PART = new ReportPart(ReportPart.ACTIVITY, ReportedActivities::fill);

    private ReportedActivities() {}

    private static ReportFilling fill(Context context, ReportScope scope) {
        List<Activity> ran = ofWeek(context, scope);
        ReportFilling.Draft draft = new ReportFilling.Draft(context.store().language());
        ran.forEach(activity -> draft.add(
                WeekWords.ACTIVITIES, activity.id(), Cell.of(activity.state().name())));
        ran.forEach(activity -> sold(context, activity, draft));
        ran.stream()
                .filter(activity ->
                        activity.course().extendedAt().filter(scope::covers).isPresent())
                .forEach(activity -> draft.add(
                        WeekWords.NEW_END, activity.id(), Cell.of(activity.end().toString())));
        ran.forEach(activity -> checked(context, scope, activity, draft));
        return draft.filled(!ran.isEmpty());
    }

    /** Those that ran at any instant of the week, and those that were broken off in it before they ran. */
    private static List<Activity> ofWeek(Context context, ReportScope scope) {
        return Stream.of(ActivityState.RUNNING, ActivityState.ENDING, ActivityState.CLOSED, ActivityState.CANCELLED)
                .flatMap(state -> context
                        .rows()
                        .all(Query.of(Activity.TABLE, context.store().id(), Activity.BY_STATE)
                                .where(state)
                                .from(scope.from()))
                        .stream())
                .filter(activity -> touches(activity, scope))
                .sorted(Comparator.comparing(Activity::start).thenComparing(Activity::id))
                .toList();
    }

    private static boolean touches(Activity activity, ReportScope scope) {
        Optional<Instant> started = activity.course().startedAt();
        Optional<Instant> ended = activity.course().endedAt();
        return started.isPresent()
                ? started.get().isBefore(scope.to())
                        && ended.map(at -> !at.isBefore(scope.from())).orElse(true)
                : ended.filter(scope::covers).isPresent();
    }

    /** What was sold of an offer with a quota, and the amount of its time, never pro rata (D41). */
    private static void sold(Context context, Activity activity, ReportFilling.Draft draft) {
        activity.course().sold().ifPresent(units -> {
            draft.add(WeekWords.SOLD, activity.id(), Cell.of(units));
            activity.plan().quota().ifPresent(quota -> draft.add(WeekWords.QUOTA, activity.id(), Cell.of(quota)));
            EffectSlots.of(context, activity)
                    .map(effect -> effect.during().amountMinor())
                    .ifPresent(amount -> amount.ifPresent(minor -> draft.add(
                            WeekWords.AMOUNT_MINOR,
                            activity.id(),
                            new Cell.Amount(Money.ofMinor(minor, context.store().currency())))));
        });
    }

    /** Runs with an answer of the week, what was found in them, and what of that is put right. */
    private static void checked(Context context, ReportScope scope, Activity activity, ReportFilling.Draft draft) {
        List<Step> answered = PlannedSteps.of(context, Activity.target(activity.id())).stream()
                .map(Versioned::value)
                .filter(step -> step.course().changedAt().filter(scope::covers).isPresent())
                .toList();
        if (answered.isEmpty()) {
            return;
        }
        List<Step> faulty = answered.stream()
                .filter(step -> PlannedSteps.records(context, step.id()).stream()
                        .anyMatch(record -> record.kind() == CheckRecord.Kind.FAIL))
                .toList();
        draft.add(
                        WeekWords.CHECKS,
                        activity.id(),
                        Cell.of(answered.stream()
                                .map(step -> step.plan().run())
                                .distinct()
                                .count()))
                .add(WeekWords.FAULTS, activity.id(), Cell.of(faulty.size()))
                .add(
                        WeekWords.FAULTS_FIXED,
                        activity.id(),
                        Cell.of(faulty.stream()
                                .filter(step -> step.state() == StepState.OK)
                                .count()));
    }
}
