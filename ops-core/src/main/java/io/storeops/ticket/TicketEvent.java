package io.storeops.ticket;

/** What can happen to a ticket (domain 4.6, completed by D93). */
public enum TicketEvent {
    /** A department brings a problem. */
    OPEN,
    /** Somebody takes it on. */
    ACKNOWLEDGE,
    /** Work on it begins, or goes on once the manager has decided. */
    HANDLE,
    /** Its solution waits for something; the time for it stands still (D50). */
    HOLD,
    /** It waits no longer. */
    RESUME,
    /** It is the same problem as another one's (D51). */
    MERGE,
    /** It is put before the manager. */
    ESCALATE,
    /** The manager decides. */
    DECIDE,
    /** It is solved, with a report. */
    RESOLVE,
    /** Whoever brought it learns what came of it (R71). */
    REPORT_BACK,
    /** Nothing is left to do. */
    CLOSE,
    /** Whoever brought it is not content: a new episode begins (D52). */
    REOPEN
}
