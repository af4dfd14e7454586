package io.storeops.reporting;

/** What to do with a release that lacks a required reading (R31, 4.1). */
public enum Gaps {
    /** Refuse it and name what is missing. */
    REFUSE,
    /** The operator confirms the gaps: the release goes out flagged INCOMPLETE, the missing values shown as missing. */
    CONFIRM
}
