package io.storeops.step;

/** When in the course of an activity a step is done (D34). */
public enum Phase {
    /** Before it starts. */
    BEFORE,
    /** While it runs. */
    DURING,
    /** Once it has ended. */
    AFTER
}
