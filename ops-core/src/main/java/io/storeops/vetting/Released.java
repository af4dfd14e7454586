package io.storeops.vetting;

/** Why units are promised no more (D45). */
public enum Released {
    /** The activity ran and ended. */
    ENDED,
    /** It was cancelled. */
    CANCELLED,
    /** It never started. */
    NOT_STARTED
}
