package io.storeops.maintenance;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** Where the daily inspection of a date stands (domain 4.2). It follows from the clock and its record, and is derived, never stored. */
public enum InspectionState {
    /** Nobody has begun it. */
    PLANNED,
    /** Its lines are being answered. */
    IN_PROGRESS,
    /** Every line is answered; nothing of it changes any more. */
    COMPLETED,
    /** Its date is over and it was not completed; that is final (D3). */
    MISSED;

    /** What can happen to the inspection of a date. */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<InspectionState, InspectionEvent> MACHINE = StateMachine.of(
                    "inspection", InspectionState.class, InspectionEvent.class)
            .begins(InspectionEvent.PLAN, PLANNED)
            .on(PLANNED, InspectionEvent.START, IN_PROGRESS, Right.MAINTAIN)
            .on(PLANNED, InspectionEvent.CLOSE_DAY, MISSED)
            .on(IN_PROGRESS, InspectionEvent.COMPLETE, COMPLETED, Right.MAINTAIN)
            .on(IN_PROGRESS, InspectionEvent.CLOSE_DAY, MISSED)
            .ends(COMPLETED, MISSED)
            .build();
}
