package io.storeops.task;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;
import java.util.List;

/** The states of a task (domain 4.8, completed by D93). */
public enum TaskState {
    /** Somebody was given it. */
    ASSIGNED,
    /** Its assignee has taken it on; one that was returned is taken on again. */
    ACCEPTED,
    /** It is done; that is not fed back yet. */
    DONE,
    /** It is done and fed back. */
    FED_BACK,
    /** Whoever instructed it has accepted what was fed back. */
    CLOSED,
    /** It was not done, for a reason; that is fed back too. */
    NOT_DONE,
    /** It was taken back. */
    CANCELLED;

    /** The states in which its assignee has something to do. */
    static final List<TaskState> OPEN = List.of(ASSIGNED, ACCEPTED, DONE);

    /** What can happen to a task. All but instructing, returning, closing and cancelling is its assignee's. */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<TaskState, TaskEvent> MACHINE = StateMachine.of(
                    "task", TaskState.class, TaskEvent.class)
            .begins(TaskEvent.ASSIGN, ASSIGNED, Right.INSTRUCT)
            .on(ASSIGNED, TaskEvent.ACCEPT, ACCEPTED, Right.FEED_BACK)
            .on(ACCEPTED, TaskEvent.COMPLETE, DONE, Right.FEED_BACK)
            .on(DONE, TaskEvent.FEED_BACK, FED_BACK, Right.FEED_BACK)
            .on(FED_BACK, TaskEvent.CLOSE, CLOSED, Right.ACCEPT_TASK)
            .on(FED_BACK, TaskEvent.GIVE_BACK, ACCEPTED, Right.ACCEPT_TASK)
            .on(ASSIGNED, TaskEvent.NOT_DONE, NOT_DONE, Right.FEED_BACK)
            .on(ACCEPTED, TaskEvent.NOT_DONE, NOT_DONE, Right.FEED_BACK)
            .on(NOT_DONE, TaskEvent.FEED_BACK, NOT_DONE, Right.FEED_BACK)
            .on(ASSIGNED, TaskEvent.CANCEL, CANCELLED, Right.INSTRUCT)
            .on(ACCEPTED, TaskEvent.CANCEL, CANCELLED, Right.INSTRUCT)
            .ends(CLOSED, NOT_DONE, CANCELLED)
            .build();
}
