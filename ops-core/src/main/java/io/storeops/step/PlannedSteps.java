package io.storeops.step;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.lifecycle.Transition;
import io.storeops.position.Cadence;
import io.storeops.position.Duty;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Planning steps and moving them, for the duties whose steps they are. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class PlannedSteps {
    private PlannedSteps() {}

    /**
     * Why steps cannot be planned: another thing has steps in a run of that name.
     *
     * @param context the store and its rows
     * @param steps the steps
     * @return RUN_TAKEN; empty if they can
     */
    public static Optional<Refusal> taken(Context context, Collection<PlannedStep> steps) {
        return steps.stream()
                .flatMap(step -> StepEntries.STEPS.find(context, step.id()).stream())
                .findFirst()
                .map(known -> new Refusal(
                        "RUN_TAKEN",
                        "the run " + known.run() + " is of " + known.of() + " already, with a step " + known.name()
                                + "; call this one otherwise"));
    }

    /**
     * Plans the checks of an activity, of which FAIL is a finding (D32). They stand on the agenda of the roster's duty that is due
     * activity by activity.
     *
     * @param context who plans them, where and when
     * @param of the activity
     * @param group its kind, a word as in DAILY
     * @param steps the steps in order, none planned yet
     * @return the edits
     */
    public static List<Edit<?>> planned(Context context, Target of, String group, List<PlannedStep> steps) {
        return planned(context, of, group, context.roster().findDuty(Cadence.Kind.PER_ACTIVITY), false, steps);
    }

    /**
     * Plans the self-checks of a task, of which FAIL is an execution error (D32).
     *
     * @param context who plans them, where and when
     * @param of the task
     * @param group its kind, a word as in NEW_LISTING
     * @param duty the duty on whose agenda they stand; empty if the roster has none
     * @param steps the steps in order, none planned yet
     * @return the edits
     */
    public static List<Edit<?>> selfChecks(
            Context context, Target of, String group, Optional<Duty> duty, List<PlannedStep> steps) {
        return planned(context, of, group, duty, true, steps);
    }

    private static List<Edit<?>> planned(
            Context context, Target of, String group, Optional<Duty> duty, boolean selfCheck, List<PlannedStep> steps) {
        int first = of(context, of).size();
        List<Edit<?>> edits = new ArrayList<>();
        for (PlannedStep step : steps) {
            edits.add(Edit.insert(
                    Step.TABLE,
                    new Step(
                            context.store().id(),
                            of,
                            group,
                            duty.map(Duty::id),
                            first + edits.size(),
                            selfCheck,
                            step,
                            StepState.PENDING,
                            context.stamp(),
                            StepCourse.BEGUN)));
        }
        return edits;
    }

    /**
     * The steps of a thing.
     *
     * @param context the store and its rows
     * @param of the activity or task
     * @return its steps in the order in which they were planned
     */
    public static List<Versioned<Step>> of(Context context, Target of) {
        return context
                .rows()
                .all(Query.of(Step.TABLE, context.store().id(), Step.BY_OF).where(of))
                .stream()
                .map(step -> StepEntries.STEPS.row(context, step.id()).orElseThrow())
                .toList();
    }

    /**
     * A step.
     *
     * @param context the store and its rows
     * @param run its run
     * @param name its name
     * @return the row; empty if there is none
     */
    public static Optional<Versioned<Step>> find(Context context, String run, String name) {
        return StepEntries.STEPS.row(context, Step.idOf(run, name));
    }

    /**
     * Lets the steps of a thing that are not done leave the KPIs for good (D43).
     *
     * @param context the store, its rows and the instant from which on
     * @param of the activity or task that is cancelled
     * @return the edits
     */
    public static List<Edit<?>> uncounted(Context context, Target of) {
        return open(context, of)
                .<Edit<?>>map(row -> Edit.replace(
                        Step.TABLE,
                        row,
                        row.value()
                                .becoming(
                                        row.value().state(),
                                        row.value().course().uncounted(context.now()))))
                .toList();
    }

    /**
     * Moves the due instants of steps that are not done, as an extension does.
     *
     * @param context the store and its rows
     * @param of the activity
     * @param dues the new due instants by the steps' ids, in whole microseconds; of other steps they stay
     * @return the edits
     */
    public static List<Edit<?>> moved(Context context, Target of, Map<String, Instant> dues) {
        return open(context, of)
                .flatMap(row -> Optional.ofNullable(dues.get(row.value().id())).stream()
                        .<Edit<?>>map(due -> Edit.replace(
                                Step.TABLE,
                                row,
                                row.value().planned(row.value().plan().due(due)))))
                .toList();
    }

    private static Stream<Versioned<Step>> open(Context context, Target of) {
        return of(context, of).stream().filter(row -> row.value().ended().isEmpty());
    }

    /**
     * Gives the open steps of a thing that somebody owns to somebody else.
     *
     * @param context the store and its rows
     * @param of the activity or task
     * @param from who owned them
     * @param to who owns them from now on
     * @return the edits
     */
    public static List<Edit<?>> handedOver(Context context, Target of, ActorId from, ActorId to) {
        return open(context, of)
                .filter(row -> row.value().owner().equals(Optional.of(StepOwner.person(from))))
                .<Edit<?>>map(row -> Edit.replace(Step.TABLE, row, ownedBy(row.value(), to)))
                .toList();
    }

    static Step ownedBy(Step step, ActorId person) {
        return step.planned(step.plan().ownedBy(StepOwner.person(person)));
    }

    /**
     * Notes that whoever can put a step right was told.
     *
     * @param context who told, where and when
     * @param row the step
     * @return the edits; empty if the machine does not list that in its state, which is refused WRONG_STATE
     */
    public static Optional<List<Edit<?>>> fedBack(Context context, Versioned<Step> row) {
        return moved(context, row, StepEvent.FEED_BACK, CheckRecord.Kind.FEEDBACK_SENT, Optional.empty());
    }

    /**
     * Notes that what was told of a step was withdrawn, or rejected (D42).
     *
     * @param context who does so, where and when
     * @param row the step
     * @param reason why
     * @return the edits; empty if the machine does not list that in its state, which leaves the step as it is
     */
    public static Optional<List<Edit<?>>> takenBack(Context context, Versioned<Step> row, String reason) {
        return moved(context, row, StepEvent.TAKE_BACK, CheckRecord.Kind.TAKEN_BACK, Optional.of(reason));
    }

    private static Optional<List<Edit<?>>> moved(
            Context context, Versioned<Step> row, StepEvent event, CheckRecord.Kind kind, Optional<String> words) {
        Step step = row.value();
        return to(step, event)
                .map(state -> edits(
                        context,
                        row,
                        step.becoming(state, step.course().recorded(context.now(), false)),
                        kind,
                        Optional.empty(),
                        words));
    }

    /**
     * Notes that another value than the one that was answered is read back: an execution error (D32), and the step is not done.
     *
     * @param context who read it, where and when
     * @param row the step
     * @param value what was read
     * @return the edits; empty if the step is not done, and so nothing can differ
     */
    public static Optional<List<Edit<?>>> differed(Context context, Versioned<Step> row, String value) {
        Step step = row.value();
        return to(step, StepEvent.DIFFER)
                .map(state -> edits(
                        context,
                        row,
                        step.becoming(
                                state,
                                step.course().recorded(context.now(), true).undone()),
                        CheckRecord.Kind.DIFFERED,
                        Optional.of(value),
                        Optional.empty()));
    }

    private static Optional<StepState> to(Step step, StepEvent event) {
        return StepState.MACHINE.find(Optional.of(step.state()), event).map(Transition::to);
    }

    private static List<Edit<?>> edits(
            Context context,
            Versioned<Step> row,
            Step after,
            CheckRecord.Kind kind,
            Optional<String> value,
            Optional<String> words) {
        return List.of(
                Edit.replace(Step.TABLE, row, after),
                Edit.insert(CheckRecord.TABLE, CheckRecord.of(after, kind, value, words, context.stamp())));
    }

    /**
     * Everything that was said or found of a step, as far as duties tell it on.
     *
     * @param context the store and its rows
     * @param step the step's id
     * @return the records in the order in which they were made
     */
    public static List<CheckRecord> records(Context context, String step) {
        return context.rows()
                .all(Query.of(CheckRecord.TABLE, context.store().id()).where(step));
    }
}
