package io.storeops.requirement;

/** What can happen to a requirement (domain 4.7, completed by D93). */
public enum RequirementEvent {
    /** It is written down. */
    OPEN,
    /** The party is told by whoever sends it, face to face or by telephone. */
    SEND,
    /** A message with it is given to a channel. */
    QUEUE,
    /** The channel took the message. */
    PUT_THROUGH,
    /** The party says that it will deliver by the due instant. */
    CONFIRM,
    /** The party says that it will not, and why. */
    REJECT,
    /** It is asked for again, by another due instant (D57), face to face or by telephone. */
    RESEND,
    /** It is asked for again, by another due instant, in a message that is given to a channel. */
    QUEUE_AGAIN,
    /** The party has delivered. */
    DELIVER,
    /** What was delivered is as required. */
    ACCEPT,
    /** What was delivered is not as required; the due instant stays (D57). */
    REWORK,
    /** Its due instant has passed without acceptance: the manager is told, once (D56). */
    FLAG_LATE
}
