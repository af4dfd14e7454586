package io.storeops.detection;

/** What kind of day it is to a store. Days on which the store is closed are left out of a series: neither zero nor missing. */
public enum DayKind {
    /** A day like any other. */
    ORDINARY,
    /** A day of an announced promotion, whose lift nobody knows: judged for outages only, and not learnt from (D28). */
    PROMOTION,
    /** An announced holiday: expected to be like a Sunday, judged for outages only, and not learnt from. */
    HOLIDAY
}
