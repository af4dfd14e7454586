package io.storeops.maintenance;

/** What can happen to the daily inspection of a date (domain 4.2). */
public enum InspectionEvent {
    /** The roster expects it. */
    PLAN,
    /** A person begins it. */
    START,
    /** A person says that every line is answered. */
    COMPLETE,
    /** Its date is over. */
    CLOSE_DAY
}
