package io.storeops.step;

import io.storeops.act.EntryPoint;
import io.storeops.act.Things;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** The ways to steps, and their machine. */
final class StepEntries {
    /** Its three answers are one entry point. */
    static final Things<Step, StepState, StepEvent> STEPS = Things.of(StepState.MACHINE, Step.TABLE, Step::state)
            .named("DO_STEP", StepEvent.PASS, StepEvent.FAIL, StepEvent.FIX)
            .showing(DataClass.OPERATIONS, StepEvent.values());

    static final EntryPoint RECORD_ERROR =
            EntryPoint.act("RECORD_ERROR", List.of(Right.FIND_ANOMALY), DataClass.OPERATIONS);

    static final EntryPoint REMIND = EntryPoint.engine("REMIND_STEP", Right.REMIND);

    static final EntryPoint READ_STEPS = EntryPoint.look(
            "READ_STEPS",
            List.of(Right.RUN_ACTIVITIES, Right.FEED_BACK, Right.INSTRUCT, Right.FIND_ANOMALY, Right.READ),
            DataClass.OPERATIONS);

    private StepEntries() {}
}
