package io.storeops.feedback;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** The states of a suggestion (domain 4.10). */
public enum SuggestionState {
    /** Written, not yet submitted; nobody can decide on it. */
    DRAFT,
    /** Waits for a decision. */
    SUBMITTED,
    /** Accepted: a task came of it. */
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
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<SuggestionState, SuggestionEvent> MACHINE = StateMachine.of(
                    "suggestion", SuggestionState.class, SuggestionEvent.class)
            .begins(SuggestionEvent.DRAFT, DRAFT, AUTHORS)
            .begins(SuggestionEvent.SUBMIT, SUBMITTED, AUTHORS)
            .on(DRAFT, SuggestionEvent.AMEND, DRAFT, AUTHORS)
            .on(DRAFT, SuggestionEvent.SUBMIT, SUBMITTED, AUTHORS)
            .on(DRAFT, SuggestionEvent.WITHDRAW, WITHDRAWN, AUTHORS)
            .on(SUBMITTED, SuggestionEvent.AMEND, SUBMITTED, AUTHORS)
            .on(SUBMITTED, SuggestionEvent.WITHDRAW, WITHDRAWN, AUTHORS)
            .on(SUBMITTED, SuggestionEvent.ACCEPT, ACCEPTED, Right.DECIDE_SUGGESTION)
            .on(SUBMITTED, SuggestionEvent.REJECT, REJECTED, Right.DECIDE_SUGGESTION)
            .on(SUBMITTED, SuggestionEvent.DEFER, DEFERRED, Right.DECIDE_SUGGESTION)
            .on(DEFERRED, SuggestionEvent.ACCEPT, ACCEPTED, Right.DECIDE_SUGGESTION)
            .on(DEFERRED, SuggestionEvent.REJECT, REJECTED, Right.DECIDE_SUGGESTION)
            .on(DEFERRED, SuggestionEvent.AMEND, SUBMITTED, AUTHORS)
            .on(DEFERRED, SuggestionEvent.WITHDRAW, WITHDRAWN, AUTHORS)
            .ends(ACCEPTED, REJECTED, WITHDRAWN)
            .build();

    /** Whether somebody's decision stands. */
    boolean decided() {
        return this == ACCEPTED || this == REJECTED || this == DEFERRED;
    }
}
