package io.storeops.requirement;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** The states of a requirement (domain 4.7, completed by D93). */
public enum RequirementState {
    /** It is written down; the party is not told yet. */
    OPEN,
    /** The party is told. */
    SENT,
    /** The party will deliver by the due instant. */
    CONFIRMED,
    /** The party will not; it is asked for again, or nothing comes of it. */
    REJECTED,
    /** The party has delivered. */
    DELIVERED,
    /** What was delivered is as required. */
    ACCEPTED;

    /**
     * What can happen to a requirement. Confirming, rejecting and delivering is the department's own (R74); of a party outside whoever
     * deals with it records that, with evidence (D58).
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<RequirementState, RequirementEvent> MACHINE = StateMachine.of(
                    "requirement", RequirementState.class, RequirementEvent.class)
            .begins(RequirementEvent.OPEN, OPEN, Right.LIAISE)
            .on(OPEN, RequirementEvent.SEND, SENT, Right.LIAISE)
            .on(OPEN, RequirementEvent.QUEUE, OPEN, Right.LIAISE)
            .on(OPEN, RequirementEvent.PUT_THROUGH, SENT, Right.RETRY)
            .on(SENT, RequirementEvent.CONFIRM, CONFIRMED, Right.ANSWER_COORDINATION, Right.LIAISE)
            .on(SENT, RequirementEvent.REJECT, REJECTED, Right.ANSWER_COORDINATION, Right.LIAISE)
            .on(REJECTED, RequirementEvent.RESEND, SENT, Right.LIAISE)
            .on(REJECTED, RequirementEvent.QUEUE_AGAIN, REJECTED, Right.LIAISE)
            .on(REJECTED, RequirementEvent.PUT_THROUGH, SENT, Right.RETRY)
            .on(CONFIRMED, RequirementEvent.DELIVER, DELIVERED, Right.ANSWER_COORDINATION, Right.LIAISE)
            .on(DELIVERED, RequirementEvent.ACCEPT, ACCEPTED, Right.LIAISE)
            .on(DELIVERED, RequirementEvent.REWORK, CONFIRMED, Right.LIAISE)
            .on(OPEN, RequirementEvent.FLAG_LATE, OPEN, Right.FLAG)
            .on(SENT, RequirementEvent.FLAG_LATE, SENT, Right.FLAG)
            .on(CONFIRMED, RequirementEvent.FLAG_LATE, CONFIRMED, Right.FLAG)
            .on(REJECTED, RequirementEvent.FLAG_LATE, REJECTED, Right.FLAG)
            .on(DELIVERED, RequirementEvent.FLAG_LATE, DELIVERED, Right.FLAG)
            .ends(ACCEPTED)
            .build();
}
