package io.storeops.reporting;

/** What can happen to the publication of a slot (domain 4.1). */
public enum ReleaseEvent {
    /** The roster expects it. */
    PLAN,
    /** Its boundary comes. */
    REACH_BOUNDARY,
    /** The last required reading arrives. */
    COMPLETE,
    /** A person releases a boundary that is complete. */
    RELEASE,
    /** A person releases a boundary and confirms what is missing. */
    RELEASE_WITH_GAPS,
    /** The day is closed and nothing was ever sent. */
    CLOSE_DAY,
    /** A channel does not take it for now. */
    FAIL,
    /** The channel accepts it. */
    ACCEPT,
    /** A person releases a further version (R28). */
    CORRECT
}
