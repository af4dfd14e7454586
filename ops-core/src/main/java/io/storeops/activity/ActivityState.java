package io.storeops.activity;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;
import java.util.List;
import java.util.Set;

/** The states of an activity (domain 4.5, completed by D93). That it could not start is a flag beside them (D35). */
public enum ActivityState {
    /** Somebody proposes it. */
    DRAFT,
    /** It waits for whoever approves activities. */
    SUBMITTED,
    /** It was given back with remarks. */
    RETURNED,
    /** It is approved: its price, window and quota stand. */
    APPROVED,
    /** What it needs of departments is asked for, and what comes before its start is being done. */
    PREPARING,
    /** Everything before its start is done. */
    READY,
    /** It runs. */
    RUNNING,
    /** It is over; what it changed is being restored. */
    ENDING,
    /** It is over, and nothing of it is shown any more. */
    CLOSED,
    /** It was cancelled, or never started, and nothing of it is shown. */
    CANCELLED;

    /** Approved, and not started yet. */
    static final Set<ActivityState> COMING = Set.of(APPROVED, PREPARING, READY);

    /** Nothing happens to it any more. */
    static final Set<ActivityState> FINAL = Set.of(CLOSED, CANCELLED);

    /** What can be commented on: nobody approved it yet (D90). */
    private static final List<ActivityState> DRAFTS = List.of(DRAFT, SUBMITTED, RETURNED);

    /** What can happen to an activity. That it ends later happens to its campaign, and is possible only while it is RUNNING (D93). */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<ActivityState, ActivityEvent> MACHINE = machine();

    private static StateMachine<ActivityState, ActivityEvent> machine() {
        StateMachine.Builder<ActivityState, ActivityEvent> machine = StateMachine.of(
                        "activity", ActivityState.class, ActivityEvent.class)
                .begins(ActivityEvent.DRAFT, DRAFT, Right.JOIN_ACTIVITIES, Right.INSTRUCT)
                .begins(ActivityEvent.SUBMIT, SUBMITTED, Right.JOIN_ACTIVITIES, Right.INSTRUCT)
                .on(DRAFT, ActivityEvent.SUBMIT, SUBMITTED, Right.JOIN_ACTIVITIES, Right.INSTRUCT)
                .on(RETURNED, ActivityEvent.SUBMIT, SUBMITTED, Right.JOIN_ACTIVITIES, Right.INSTRUCT)
                .on(SUBMITTED, ActivityEvent.GIVE_BACK, RETURNED, Right.APPROVE_ACTIVITY)
                .on(SUBMITTED, ActivityEvent.APPROVE, APPROVED, Right.APPROVE_ACTIVITY)
                .on(APPROVED, ActivityEvent.PREPARE, PREPARING, Right.RUN_ACTIVITIES)
                .on(PREPARING, ActivityEvent.MAKE_READY, READY, Right.PLAN)
                .on(READY, ActivityEvent.BEGIN, RUNNING, Right.PLAN)
                .on(READY, ActivityEvent.START, RUNNING, Right.RUN_ACTIVITIES)
                .on(RUNNING, ActivityEvent.TRACK, RUNNING, Right.RUN_ACTIVITIES)
                .on(ENDING, ActivityEvent.TRACK, ENDING, Right.RUN_ACTIVITIES)
                .on(RUNNING, ActivityEvent.EXHAUST, ENDING, Right.RUN_ACTIVITIES)
                .on(ENDING, ActivityEvent.EXHAUST, ENDING, Right.RUN_ACTIVITIES)
                .on(RUNNING, ActivityEvent.END, ENDING, Right.PLAN)
                .on(RUNNING, ActivityEvent.CANCEL, CANCELLED, Right.APPROVE_ACTIVITY)
                .on(RUNNING, ActivityEvent.CANCEL_SHOWN, ENDING, Right.APPROVE_ACTIVITY)
                .on(ENDING, ActivityEvent.CLOSE, CLOSED, Right.RUN_ACTIVITIES);
        DRAFTS.forEach(state -> machine.on(state, ActivityEvent.COMMENT, state, Right.JOIN_ACTIVITIES, Right.INSTRUCT));
        List.of(APPROVED, PREPARING, READY)
                .forEach(state -> machine.on(state, ActivityEvent.BLOCK, state, Right.FLAG)
                        .on(state, ActivityEvent.OVERRIDE, RUNNING, Right.INSTRUCT)
                        .on(state, ActivityEvent.WITHDRAW, state, Right.RUN_ACTIVITIES)
                        .on(state, ActivityEvent.LAPSE, CANCELLED, Right.PLAN)
                        .on(state, ActivityEvent.LAPSE_SHOWN, ENDING, Right.PLAN)
                        .on(state, ActivityEvent.CANCEL, CANCELLED, Right.APPROVE_ACTIVITY)
                        .on(state, ActivityEvent.CANCEL_SHOWN, ENDING, Right.APPROVE_ACTIVITY));
        return machine.ends(CLOSED, CANCELLED).build();
    }
}
