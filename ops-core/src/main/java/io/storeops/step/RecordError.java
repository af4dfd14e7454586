package io.storeops.step;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.json.Json;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/**
 * RECORD_ERROR: a step was not carried out as it should have been, be it that it was answered OK. Several errors of one step count once
 * (D32).
 *
 * @param id the step
 * @param what what is wrong
 */
record RecordError(String id, String what) implements Act<Step> {
    @Override
    public EntryPoint entry() {
        return StepEntries.RECORD_ERROR;
    }

    @Override
    public Target target() {
        return Target.of(Step.TABLE.name(), id);
    }

    @Override
    public String arguments() {
        return Json.array(List.of(Json.of(id), Json.of(what))).canonical();
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<Step>> row = StepEntries.STEPS.row(context, id);
        if (row.isEmpty()) {
            return new Verdict.Refused(StepEntries.STEPS.unknown(context, id));
        }
        if (what.isBlank()) {
            return Verdict.refused("REASON_MISSING", "an error of " + id + " is recorded with what is wrong; say it");
        }
        Step step = row.get().value();
        if (step.course().records() == 0) {
            return Verdict.refused(
                    "WRONG_STATE",
                    "nothing was done of step " + id + " yet, so no error was made; it is " + step.state());
        }
        Step after = step.becoming(step.state(), step.course().recorded(context.now(), true));
        return Verdict.done(
                Edit.replace(Step.TABLE, row.get(), after),
                Edit.insert(
                        CheckRecord.TABLE,
                        CheckRecord.of(
                                after, CheckRecord.Kind.ERROR, Optional.empty(), Optional.of(what), context.stamp())));
    }

    @Override
    public Step recall(Context context, Written written) {
        return written.get(Step.TABLE);
    }
}
