package io.storeops.weeklyreport;

/** What can happen to a weekly report (domain 4.9). */
public enum ReportEvent {
    /** Whoever owes it writes it down, with what is known so far. */
    DRAFT,
    /** They give it to the channels; its figures are counted anew and frozen (R79). */
    SUBMIT,
    /** The last channel accepts it. */
    DELIVER,
    /** The manager accepts it. */
    ACCEPT,
    /** The manager gives it back with remarks. */
    RETURN
}
