package io.storeops.activity;

/** What can happen to feedback of an activity (D42). */
public enum FeedbackEvent {
    /** It is sent. */
    SEND,
    /** Its author takes it back as false. */
    WITHDRAW,
    /** A receiver says that it is false. */
    REJECT
}
