package io.storeops.sample;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** Where a loan stands. */
public enum LoanState {
    /** The borrower has it. */
    LENT,
    /** It did not come back in time. */
    LOST,
    /** It came back. */
    BACK;

    /** What can happen to a loan. */
    public static final StateMachine<LoanState, LoanEvent> MACHINE = StateMachine.of(
                    "loan", LoanState.class, LoanEvent.class)
            .begins(LoanEvent.LEND, LENT, Right.FEED_BACK)
            .on(LENT, LoanEvent.EXTEND, LENT, Right.FEED_BACK)
            .on(LENT, LoanEvent.GIVE_BACK, BACK, Right.FEED_BACK)
            .on(LENT, LoanEvent.LOSE, LOST, Right.FLAG)
            .on(LOST, LoanEvent.FIND, LENT, Right.FEED_BACK)
            .ends(BACK)
            .build();
}
