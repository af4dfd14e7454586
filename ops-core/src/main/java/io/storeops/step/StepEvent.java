package io.storeops.step;

/** What can happen to a step (domain 4.5, D93). */
public enum StepEvent {
    /** A duty plans it. */
    PLAN,
    /** It is answered OK. */
    PASS,
    /** It is answered FAIL. */
    FAIL,
    /** It is answered FIXED. */
    FIX,
    /** Whoever can put it right is told; a duty does that. */
    FEED_BACK,
    /** That was withdrawn, or rejected; a duty does that. */
    TAKE_BACK,
    /** Another value is read back; a duty does that. */
    DIFFER
}
