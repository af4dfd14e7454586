package io.storeops.publishing;

/** What to do when nobody can know whether a channel took a message. */
public enum UnknownPolicy {
    /** Ask a person; the default. The message is sent at most once. */
    HOLD,
    /** Send again, with the same id in the text; the message may be seen twice. */
    REPEAT
}
