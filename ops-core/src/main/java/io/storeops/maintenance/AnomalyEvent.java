package io.storeops.maintenance;

/** What can happen to an anomaly (domain 4.3, D93). */
public enum AnomalyEvent {
    /** A rule finds it: for the first time, once more, or after what covered it is closed. */
    DETECT,
    /** A rule finds it while one of the whole store covers it (D24). */
    COVER,
    /** The observations are good again and nobody had acted on it (D87). */
    RECOVER,
    /** A person finds it. */
    REPORT,
    /** A person finds it while one of the whole store covers it (D24). */
    REPORT_COVERED,
    /** A person takes it on. */
    CLAIM,
    /** What was wrong is put right, and read back. */
    CORRECT,
    /** The others are told that it is put right. */
    NOTIFY,
    /** It is put before whoever decides. */
    ESCALATE,
    /** Whoever decides is reminded (D23). */
    REMIND,
    /** It goes to the next superior (D23). */
    STEP_UP,
    /** Somebody decides, or comments on what was decided. */
    FEED_BACK,
    /** The manager has somebody work on it. */
    INSTRUCT_WORK,
    /** A person ends it. */
    CLOSE,
    /** It was a false alarm. */
    DISMISS,
    /** It is of another category (D18). */
    RECLASSIFY,
    /** Its time is over and nobody acted on it. */
    FLAG
}
