package io.storeops.activity;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** How feedback of an activity stands (D42). */
public enum FeedbackState {
    /** It was sent, and nobody says that it is false. */
    UPHELD,
    /** Its author took it back. */
    WITHDRAWN,
    /** A receiver said that it is false. */
    REJECTED;

    /** What can happen to feedback. */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<FeedbackState, FeedbackEvent> MACHINE = StateMachine.of(
                    "activity_feedback", FeedbackState.class, FeedbackEvent.class)
            .begins(FeedbackEvent.SEND, UPHELD, Right.RUN_ACTIVITIES)
            .on(UPHELD, FeedbackEvent.WITHDRAW, WITHDRAWN, Right.RUN_ACTIVITIES)
            .on(UPHELD, FeedbackEvent.REJECT, REJECTED, Right.INSTRUCT)
            .ends(UPHELD, WITHDRAWN, REJECTED)
            .build();
}
