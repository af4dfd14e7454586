package io.storeops.figures;

/** What the values of a reading count. Never mixed for one subject and day (R20). */
public enum Semantics {
    /** Since local midnight; a slot is the difference of two readings. */
    CUMULATIVE_DAY,
    /** In the slot alone. */
    DELTA
}
