package io.storeops.step;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.json.Json;
import io.storeops.lifecycle.Transition;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/**
 * DO_STEP: a step is answered. What the answer may be in which state the machine says; a check of an activity that failed is fed back
 * before it is answered again (D93). What else stands in its way, and what follows from it, its duty says.
 *
 * @param id the step
 * @param answer what is said
 */
record DoStep(String id, StepAnswer answer) implements Act<Step> {
    @Override
    public EntryPoint entry() {
        return StepEntries.STEPS.entry(StepEvent.PASS);
    }

    @Override
    public Target target() {
        return Target.of(Step.TABLE.name(), id);
    }

    @Override
    public String arguments() {
        return Json.array(List.of(Json.of(id), Json.of(answer.toString()))).canonical();
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<Step>> row = StepEntries.STEPS.row(context, id);
        if (row.isEmpty()) {
            return new Verdict.Refused(StepEntries.STEPS.unknown(context, id));
        }
        Step step = row.get().value();
        StepEvent event = event();
        Optional<Transition<StepState, StepEvent>> transition =
                StepState.MACHINE.find(Optional.of(step.state()), event);
        if (transition.isEmpty() || (step.state() == StepState.FAIL && !step.selfCheck())) {
            return new Verdict.Refused(StepEntries.STEPS.wrongState(context, id, step, event));
        }
        Step after = step.becoming(transition.get().to(), course(context, step));
        return Verdict.done(
                        Edit.replace(Step.TABLE, row.get(), after),
                        Edit.insert(CheckRecord.TABLE, CheckRecord.of(after, answer, context.stamp())))
                .stating(new StepAnswered(step, after, answer));
    }

    private StepEvent event() {
        return switch (answer.said()) {
            case OK -> StepEvent.PASS;
            case FAIL -> StepEvent.FAIL;
            case FIXED -> StepEvent.FIX;
        };
    }

    private StepCourse course(Context context, Step step) {
        StepCourse recorded =
                step.course().recorded(context.now(), step.selfCheck() && answer.said() == StepAnswer.Said.FAIL);
        return answer.said() == StepAnswer.Said.OK ? recorded.done(context.now(), context.actor()) : recorded;
    }

    @Override
    public Step recall(Context context, Written written) {
        return written.get(Step.TABLE);
    }
}
