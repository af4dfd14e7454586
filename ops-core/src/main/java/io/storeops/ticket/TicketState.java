package io.storeops.ticket;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** The states of a ticket (domain 4.6, completed by D93). On hold or not is no state, but a flag of the first three. */
public enum TicketState {
    /** A department brought it; nobody has taken it on. */
    RECEIVED,
    /** Somebody has taken it on. */
    ACKNOWLEDGED,
    /** It is worked on. */
    HANDLING,
    /** It is before the manager. */
    ESCALATED,
    /** The manager has decided. */
    DECIDED,
    /** It is solved; whoever brought it does not know yet. */
    RESOLVED,
    /** Whoever brought it knows what came of it. */
    REPORTED_BACK,
    /** Nothing is left to do. */
    CLOSED,
    /** It goes on as another one (D51). */
    MERGED;

    /** What can happen to a ticket. Bringing it, and bringing it again, is the department's own (R70, D52). */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<TicketState, TicketEvent> MACHINE = StateMachine.of(
                    "ticket", TicketState.class, TicketEvent.class)
            .begins(TicketEvent.OPEN, RECEIVED, Right.RAISE_TICKET)
            .on(RECEIVED, TicketEvent.ACKNOWLEDGE, ACKNOWLEDGED, Right.LIAISE)
            .on(ACKNOWLEDGED, TicketEvent.HANDLE, HANDLING, Right.LIAISE)
            .on(DECIDED, TicketEvent.HANDLE, HANDLING, Right.LIAISE)
            .on(RECEIVED, TicketEvent.HOLD, RECEIVED, Right.LIAISE)
            .on(ACKNOWLEDGED, TicketEvent.HOLD, ACKNOWLEDGED, Right.LIAISE)
            .on(HANDLING, TicketEvent.HOLD, HANDLING, Right.LIAISE)
            .on(RECEIVED, TicketEvent.RESUME, RECEIVED, Right.LIAISE)
            .on(ACKNOWLEDGED, TicketEvent.RESUME, ACKNOWLEDGED, Right.LIAISE)
            .on(HANDLING, TicketEvent.RESUME, HANDLING, Right.LIAISE)
            .on(ACKNOWLEDGED, TicketEvent.MERGE, MERGED, Right.LIAISE)
            .on(HANDLING, TicketEvent.MERGE, MERGED, Right.LIAISE)
            .on(HANDLING, TicketEvent.ESCALATE, ESCALATED, Right.LIAISE)
            .on(ESCALATED, TicketEvent.DECIDE, DECIDED, Right.INSTRUCT)
            .on(HANDLING, TicketEvent.RESOLVE, RESOLVED, Right.LIAISE)
            .on(DECIDED, TicketEvent.RESOLVE, RESOLVED, Right.LIAISE)
            .on(RESOLVED, TicketEvent.REPORT_BACK, REPORTED_BACK, Right.LIAISE)
            .on(REPORTED_BACK, TicketEvent.CLOSE, CLOSED, Right.LIAISE)
            .on(REPORTED_BACK, TicketEvent.REOPEN, RECEIVED, Right.RAISE_TICKET)
            .on(CLOSED, TicketEvent.REOPEN, RECEIVED, Right.RAISE_TICKET)
            .ends(CLOSED, MERGED)
            .build();

    /** Whether somebody still has something to do, or to tell. */
    boolean open() {
        return switch (this) {
            case RECEIVED, ACKNOWLEDGED, HANDLING, ESCALATED, DECIDED, RESOLVED -> true;
            case REPORTED_BACK, CLOSED, MERGED -> false;
        };
    }
}
