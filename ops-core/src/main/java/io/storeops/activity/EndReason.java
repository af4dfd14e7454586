package io.storeops.activity;

/** Why an activity ended otherwise than by its end or its quota. */
public enum EndReason {
    /** It was cancelled (D36). */
    CANCELLED,
    /** It never started by its end (D35). */
    NOT_STARTED
}
