package io.storeops.step;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** The states of a step (domain 4.5, completed by D93). */
public enum StepState {
    /** It is to be done; so is one whose feedback was withdrawn or rejected. */
    PENDING,
    /** It is done. */
    OK,
    /** What was looked at is wrong; in a self-check it is put right and answered again. */
    FAIL,
    /** Whoever can put it right was told. */
    FEEDBACK_SENT,
    /** It is put right, and is looked at once more. */
    FIXED;

    /** What can happen to a step. Only a self-check goes from FAIL to OK at once, and back from OK (D93). */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<StepState, StepEvent> MACHINE = StateMachine.of(
                    "step", StepState.class, StepEvent.class)
            .begins(StepEvent.PLAN, PENDING, Right.PLAN)
            .on(PENDING, StepEvent.PASS, OK, Right.RUN_ACTIVITIES)
            .on(FIXED, StepEvent.PASS, OK, Right.RUN_ACTIVITIES)
            .on(FAIL, StepEvent.PASS, OK, Right.RUN_ACTIVITIES)
            .on(PENDING, StepEvent.FAIL, FAIL, Right.RUN_ACTIVITIES)
            .on(FEEDBACK_SENT, StepEvent.FIX, FIXED, Right.RUN_ACTIVITIES)
            .on(FAIL, StepEvent.FEED_BACK, FEEDBACK_SENT, Right.FLAG)
            .on(FEEDBACK_SENT, StepEvent.TAKE_BACK, PENDING, Right.FLAG)
            .on(OK, StepEvent.DIFFER, FAIL, Right.FLAG)
            .ends(PENDING, OK, FAIL)
            .build();
}
