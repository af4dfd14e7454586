package io.storeops.activity;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.calendar.BusinessDay;
import io.storeops.position.ActivityRules;
import io.storeops.position.Cadence;
import io.storeops.position.Duty;
import io.storeops.step.Phase;
import io.storeops.step.PlannedStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The steps of an activity with their dues (D34): those that it names itself, or else the roster's checks of its kind. Pure.
 *
 * <p>Where the roster's count, there is a run before the start, due at it; one for each date on which the instant by which the inspection is
 * due lies in the window, due then; and one after the end, due as long after it as the roster says. A third-party activity is one run of its
 * own name.
 */
final class CheckRuns {
    private static final String BEFORE = "-BEFORE";
    private static final String AFTER = "-AFTER";

    /** What of the steps of a third-party activity comes once it runs; all others come before (4.5). */
    private static final Map<String, Phase> PHASES =
            Map.of("EFFECT_TRACKING", Phase.DURING, "CLOSE_OUT", Phase.AFTER, "FOLLOW_UP", Phase.AFTER);

    private final Context context;
    private final String id;
    private final ActivityPlan plan;

    private CheckRuns(Context context, String id, ActivityPlan plan) {
        this.context = context;
        this.id = id;
        this.plan = plan;
    }

    /** All steps of an activity, in order. */
    static List<PlannedStep> of(Context context, String id, ActivityPlan plan) {
        return new CheckRuns(context, id, plan).steps();
    }

    /** The dues that follow a later end, by step: those of the default of their phase. */
    static Map<String, Instant> moved(Context context, String id, ActivityPlan before, ActivityPlan after) {
        Map<String, Instant> old = new HashMap<>();
        of(context, id, before).forEach(step -> old.put(step.id(), step.due()));
        return of(context, id, after).stream()
                .filter(step -> old.containsKey(step.id()) && !step.due().equals(old.get(step.id())))
                .collect(Collectors.toMap(PlannedStep::id, PlannedStep::due));
    }

    /** The steps of runs that a later end brings. */
    static List<PlannedStep> added(Context context, String id, ActivityPlan before, ActivityPlan after) {
        List<String> known =
                of(context, id, before).stream().map(PlannedStep::id).toList();
        return of(context, id, after).stream()
                .filter(step -> !known.contains(step.id()))
                .toList();
    }

    private List<PlannedStep> steps() {
        if (!plan.steps().isEmpty()) {
            return plan.steps().stream()
                    .map(step -> step.planned(due(step.phase())))
                    .toList();
        }
        Duty.Checklist checks = context.rosterOn(dateOf(plan.window().start()))
                .findDuty(Cadence.Kind.PER_ACTIVITY)
                .map(duty -> duty.content().checklists().get(plan.kind()))
                .orElse(new Duty.Checklist(List.of(), List.of(), List.of()));
        return plan.kind() == ActivityRules.Kind.THIRD_PARTY
                ? Stream.concat(checks.before().stream(), checks.after().stream())
                        .map(step -> {
                            Phase phase = PHASES.getOrDefault(step, Phase.BEFORE);
                            return step(id, step, phase, due(phase));
                        })
                        .toList()
                : generated(checks);
    }

    private List<PlannedStep> generated(Duty.Checklist checks) {
        ImmutableList.Builder<PlannedStep> steps = ImmutableList.builder();
        checks.before().forEach(step -> steps.add(step(id + BEFORE, step, Phase.BEFORE, due(Phase.BEFORE))));
        for (LocalDate date : dates()) {
            inspectionDue(date)
                    .filter(plan.window()::contains)
                    .ifPresent(due ->
                            checks.during().forEach(step -> steps.add(step(id + "-" + date, step, Phase.DURING, due))));
        }
        checks.after().forEach(step -> steps.add(step(id + AFTER, step, Phase.AFTER, due(Phase.AFTER))));
        return steps.build();
    }

    private static PlannedStep step(String run, String name, Phase phase, Instant due) {
        return new PlannedStep(run, name, Optional.of(phase), due, Optional.empty());
    }

    /** The default of a phase: the start, the end, or as long after the end as the roster says. */
    private Instant due(Phase phase) {
        return switch (phase) {
            case BEFORE -> plan.window().start();
            case DURING -> plan.window().end();
            case AFTER ->
                plan.window()
                        .end()
                        .plus(context.rosterOn(dateOf(plan.window().end()))
                                .activities()
                                .afterBy());
        };
    }

    private LocalDate dateOf(Instant at) {
        return at.atZone(context.store().zone()).toLocalDate();
    }

    private List<LocalDate> dates() {
        return dateOf(plan.window().start())
                .datesUntil(dateOf(plan.window().end()).plusDays(1))
                .filter(date -> !BusinessDay.skipped(date, context.store().zone()))
                .toList();
    }

    private Optional<Instant> inspectionDue(LocalDate date) {
        return context.rosterOn(date)
                .findDuty(Cadence.Kind.DAILY)
                .map(duty -> ((Cadence.Daily) duty.cadence()).due())
                .map(time -> context.rosterOn(date)
                        .slotPlan()
                        .day(date, context.store().zone())
                        .at(time));
    }
}
