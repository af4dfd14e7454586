package io.storeops.listingtask;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** How far a listing or an optimisation is (domain 4.4, completed by D93); its task stands where 4.8 says. */
public enum ListingPhase {
    /** Somebody was told to do it. */
    INSTRUCTED,
    /** Its assignee has taken it on. */
    ACCEPTED,
    /** A step was answered. */
    IN_PROGRESS,
    /** It cannot go on: the manager, or a department, has to say what is to be shown. */
    BLOCKED,
    /** Every step agrees with the instruction. */
    SELF_CHECKED,
    /** What is shown was read back and agrees, or is proven (D31). */
    LIVE,
    /** The manager has confirmed it: what it shows is the approved content (D9). */
    CONFIRMED,
    /** It was taken back before it was live. */
    CANCELLED;

    /** What can happen to a listing. What follows from its task and its steps happens by itself. */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<ListingPhase, ListingEvent> MACHINE = StateMachine.of(
                    "listing_task", ListingPhase.class, ListingEvent.class)
            .begins(ListingEvent.INSTRUCT, INSTRUCTED, Right.PLAN)
            .on(INSTRUCTED, ListingEvent.ACCEPT, ACCEPTED, Right.FLAG)
            .on(ACCEPTED, ListingEvent.ANSWER, IN_PROGRESS, Right.FLAG)
            .on(IN_PROGRESS, ListingEvent.ANSWER, IN_PROGRESS, Right.FLAG)
            .on(ACCEPTED, ListingEvent.PASS, SELF_CHECKED, Right.FLAG)
            .on(IN_PROGRESS, ListingEvent.PASS, SELF_CHECKED, Right.FLAG)
            .on(ACCEPTED, ListingEvent.BLOCK, BLOCKED, Right.RUN_ACTIVITIES)
            .on(IN_PROGRESS, ListingEvent.BLOCK, BLOCKED, Right.RUN_ACTIVITIES)
            .on(BLOCKED, ListingEvent.AMEND_IN_PART, BLOCKED, Right.INSTRUCT)
            .on(BLOCKED, ListingEvent.AMEND_ACCEPTED, ACCEPTED, Right.INSTRUCT)
            .on(BLOCKED, ListingEvent.AMEND_BEGUN, IN_PROGRESS, Right.INSTRUCT)
            .on(SELF_CHECKED, ListingEvent.GO_LIVE, LIVE, Right.RUN_ACTIVITIES)
            .on(SELF_CHECKED, ListingEvent.DIFFER, IN_PROGRESS, Right.RUN_ACTIVITIES)
            .on(SELF_CHECKED, ListingEvent.PROVE, LIVE, Right.FLAG)
            .on(LIVE, ListingEvent.CONFIRM, CONFIRMED, Right.INSTRUCT)
            .on(INSTRUCTED, ListingEvent.CANCEL, CANCELLED, Right.FLAG)
            .on(ACCEPTED, ListingEvent.CANCEL, CANCELLED, Right.FLAG)
            .on(IN_PROGRESS, ListingEvent.CANCEL, CANCELLED, Right.FLAG)
            .on(BLOCKED, ListingEvent.CANCEL, CANCELLED, Right.FLAG)
            .on(SELF_CHECKED, ListingEvent.CANCEL, CANCELLED, Right.FLAG)
            .ends(LIVE, CONFIRMED, CANCELLED)
            .build();

    /** Whether what it lists is shown to buyers. */
    boolean live() {
        return this == LIVE || this == CONFIRMED;
    }
}
