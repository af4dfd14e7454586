package io.storeops.activity;

/** What became of the platform's own start of an activity that could not start (D35). */
public enum WithdrawnStart {
    /** The platform will not start it, or was not going to. */
    WITHDRAWN,
    /** The store has no editor of activities, or the editor cannot: somebody does it by hand and tells with evidence. */
    MANUAL_REQUIRED,
    /** The platform refused; somebody does it by hand and tells with evidence. */
    REJECTED,
    /** The answer was lost: somebody looks, and tells with evidence. */
    UNKNOWN,
    /** Somebody did it by hand. */
    BY_HAND
}
