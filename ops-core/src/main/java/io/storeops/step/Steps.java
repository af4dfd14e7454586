package io.storeops.step;

import io.storeops.act.PersonalActs;
import io.storeops.agenda.Measure;
import io.storeops.evidence.Target;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Steps of activities, listings and optimisations in the hands of one person: answering them, and recording errors, as
 * {@link StepState#MACHINE} lists (R54-R59, D32). Answering takes EXECUTE:X3, whoever owns the step (D91); recording an error takes
 * FIND:ANOMALY. Screenshots are attached to {@code step/RUN:STEP}. Thread-safe.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing, and
 * {@link io.storeops.storage.StorageException}. Acts throw {@link io.storeops.failure.RefusedException}: NO_SUCH_STEP; WRONG_STATE if the
 * machine does not list the answer; and what their methods say.
 */
public final class Steps {
    private final PersonalActs acts;

    Steps(PersonalActs acts) {
        this.acts = acts;
    }

    /**
     * Answers a step. It is done when it is answered OK, at that instant; FAIL is an execution error in a self-check of a listing or an
     * optimisation, and a finding in a check of an activity (D32).
     *
     * @param store the store
     * @param run its run
     * @param step what was to be done, as in PAGE_PRICE
     * @param answer what is said of it
     * @return the step
     * @throws io.storeops.failure.RefusedException what the duty says whose step it is: TASK_BLOCKED, DIFFERENCE, VALUE_UNREADABLE,
     *     INSTRUCTION_MISSING or EVIDENCE_MISSING of a listing; STEP_BLOCKED, STOCK_BELOW_QUOTA or CLOSE_OUT_INCOMPLETE of an activity
     */
    public Step answer(StoreId store, String run, String step, StepAnswer answer) {
        return acts.perform(store, new DoStep(Step.idOf(run, step), answer));
    }

    /**
     * Records an execution error of a step that was answered, whatever state it is in; several count once (D32).
     *
     * @param store the store
     * @param run its run
     * @param step what was to be done
     * @param what what is wrong, or the anomaly that it led to
     * @return the step
     * @throws io.storeops.failure.RefusedException REASON_MISSING if nothing is said to be wrong
     */
    public Step recordError(StoreId store, String run, String step, String what) {
        return acts.perform(store, new RecordError(Step.idOf(run, step), what));
    }

    /**
     * A step.
     *
     * @param store the store
     * @param run its run
     * @param step what is to be done
     * @return the step; empty if there is none
     */
    public Optional<Step> find(StoreId store, String run, String step) {
        return acts.look(
                store, StepEntries.READ_STEPS, context -> StepEntries.STEPS.find(context, Step.idOf(run, step)));
    }

    /**
     * The steps of an activity or a task.
     *
     * @param store the store
     * @param of the activity or task, as in {@code task/T1}
     * @return its steps in the order in which they were planned
     */
    public List<Step> of(StoreId store, Target of) {
        return acts.look(
                store,
                StepEntries.READ_STEPS,
                context -> PlannedSteps.of(context, of).stream()
                        .map(Versioned::value)
                        .toList());
    }

    /**
     * The steps that somebody has to do.
     *
     * @param store the store
     * @return those that are neither done nor of something cancelled, by due instant
     */
    public List<Step> open(StoreId store) {
        return acts.look(
                store,
                StepEntries.READ_STEPS,
                context -> context.rows()
                        .all(Query.of(Step.TABLE, store, Step.BY_STANDING).where(Step.Standing.OPEN)));
    }

    /**
     * The steps that are due in a period, done or not.
     *
     * @param store the store
     * @param from the first date in the store's zone
     * @param to the last date, included
     * @return the steps by due instant
     * @throws IllegalArgumentException if the last date is before the first
     */
    public List<Step> due(StoreId store, LocalDate from, LocalDate to) {
        return acts.look(
                store,
                StepEntries.READ_STEPS,
                context -> StepKpis.due(context, new Measure.Period(from, to, context.now())));
    }

    /**
     * What was said and found of a step: its check record, and the history of a listing before and after.
     *
     * @param store the store
     * @param run its run
     * @param step what is to be done
     * @return the records in the order in which they were made
     */
    public List<CheckRecord> records(StoreId store, String run, String step) {
        return acts.look(store, StepEntries.READ_STEPS, context -> PlannedSteps.records(context, Step.idOf(run, step)));
    }
}
