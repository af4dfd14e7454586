package io.storeops.weeklyreport;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** The states of a weekly report (domain 4.9, D93). SUBMITTED follows from its messages: it is derived, never stored. */
public enum ReportState {
    /** Written down, or given to the channels and not accepted by all of them. */
    DRAFT,
    /** The channels accepted it; its figures are frozen. */
    SUBMITTED,
    /** The manager accepted it. */
    ACCEPTED,
    /** The manager gave it back with remarks; the next draft is a further version. */
    RETURNED;

    /** What can happen to a report. */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<ReportState, ReportEvent> MACHINE = StateMachine.of(
                    "weekly_report", ReportState.class, ReportEvent.class)
            .begins(ReportEvent.DRAFT, DRAFT, Right.FEED_BACK)
            .on(DRAFT, ReportEvent.SUBMIT, DRAFT, Right.FEED_BACK)
            .on(DRAFT, ReportEvent.DELIVER, SUBMITTED)
            .on(SUBMITTED, ReportEvent.ACCEPT, ACCEPTED, Right.ACCEPT_REPORT)
            .on(SUBMITTED, ReportEvent.RETURN, RETURNED, Right.ACCEPT_REPORT)
            .on(RETURNED, ReportEvent.DRAFT, DRAFT, Right.FEED_BACK)
            .ends(ACCEPTED)
            .build();
}
