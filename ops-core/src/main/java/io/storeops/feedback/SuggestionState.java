package io.storeops.feedback;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** The states of a suggestion (domain 4.10). */
public enum SuggestionState {
    /** Written, not yet submitted; nobody can decide on it. */
    DRAFT,
    /** Waits for a decision. */
    SUBMITTED,
    /** Accepted: an instruction came of it. */
    ACCEPTED,
    /** Rejected, with a reason. */
    REJECTED,
    /** Put off, with a reason; it can still be accepted, rejected, amended or withdrawn. */
    DEFERRED,
    /** Taken back by its author. */
    WITHDRAWN;

    private static final Right[] AUTHORS = SuggestionScope.rights().toArray(Right[]::new);

    /**
     * What can happen to a suggestion. The four rights to suggest stand for the one of the suggestion's scope; amending and
     * withdrawing are its author's, deciding is never its author's (R84, R85).
     */
    public static final StateMachine<SuggestionState> MACHINE = StateMachine.of("suggestion", SuggestionState.class)
            .begins("DRAFT", DRAFT, AUTHORS)
            .begins("SUBMIT", SUBMITTED, AUTHORS)
            .on(DRAFT, "AMEND", DRAFT, AUTHORS)
            .on(DRAFT, "SUBMIT", SUBMITTED, AUTHORS)
            .on(DRAFT, "WITHDRAW", WITHDRAWN, AUTHORS)
            .on(SUBMITTED, "AMEND", SUBMITTED, AUTHORS)
            .on(SUBMITTED, "WITHDRAW", WITHDRAWN, AUTHORS)
            .on(SUBMITTED, "ACCEPT", ACCEPTED, Right.DECIDE_SUGGESTION)
            .on(SUBMITTED, "REJECT", REJECTED, Right.DECIDE_SUGGESTION)
            .on(SUBMITTED, "DEFER", DEFERRED, Right.DECIDE_SUGGESTION)
            .on(DEFERRED, "ACCEPT", ACCEPTED, Right.DECIDE_SUGGESTION)
            .on(DEFERRED, "REJECT", REJECTED, Right.DECIDE_SUGGESTION)
            .on(DEFERRED, "AMEND", SUBMITTED, AUTHORS)
            .on(DEFERRED, "WITHDRAW", WITHDRAWN, AUTHORS)
            .ends(ACCEPTED, REJECTED, WITHDRAWN)
            .build();

    /** Whether somebody's decision stands. */
    boolean decided() {
        return this == ACCEPTED || this == REJECTED || this == DEFERRED;
    }
}
