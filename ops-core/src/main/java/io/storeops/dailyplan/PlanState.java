package io.storeops.dailyplan;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** The states of a daily plan (D46, D93). */
public enum PlanState {
    /** Lines are proposed. */
    DRAFT,
    /** Waits for a decision. */
    SUBMITTED,
    /** Approved: its lines stand on the agenda of its date. */
    APPROVED,
    /** Given back with remarks; it is submitted again. */
    RETURNED;

    /** What can happen to a daily plan. Whoever proposed one of its lines does not decide on it (R89). */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<PlanState, PlanEvent> MACHINE = StateMachine.of(
                    "daily_plan", PlanState.class, PlanEvent.class)
            .begins(PlanEvent.PROPOSE, DRAFT, Right.JOIN_PLAN)
            .on(DRAFT, PlanEvent.PROPOSE, DRAFT, Right.JOIN_PLAN)
            .on(RETURNED, PlanEvent.PROPOSE, RETURNED, Right.JOIN_PLAN)
            .on(DRAFT, PlanEvent.COMMENT, DRAFT, Right.JOIN_PLAN)
            .on(SUBMITTED, PlanEvent.COMMENT, SUBMITTED, Right.JOIN_PLAN)
            .on(RETURNED, PlanEvent.COMMENT, RETURNED, Right.JOIN_PLAN)
            .on(DRAFT, PlanEvent.SUBMIT, SUBMITTED, Right.JOIN_PLAN)
            .on(RETURNED, PlanEvent.SUBMIT, SUBMITTED, Right.JOIN_PLAN)
            .on(SUBMITTED, PlanEvent.APPROVE, APPROVED, Right.APPROVE_PLAN)
            .on(SUBMITTED, PlanEvent.GIVE_BACK, RETURNED, Right.APPROVE_PLAN)
            .ends(APPROVED)
            .build();
}
