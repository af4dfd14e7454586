package io.storeops.task;

/** What can happen to a task (domain 4.8). */
public enum TaskEvent {
    /** It is given to somebody. */
    ASSIGN,
    /** Its assignee takes it on. */
    ACCEPT,
    /** Its assignee has done it. */
    COMPLETE,
    /** Its assignee tells what came of it (R81). */
    FEED_BACK,
    /** What was fed back is accepted. */
    CLOSE,
    /** What was fed back is not accepted; it is to be done again. */
    GIVE_BACK,
    /** Its assignee says that it was not done. */
    NOT_DONE,
    /** It is taken back. */
    CANCEL
}
