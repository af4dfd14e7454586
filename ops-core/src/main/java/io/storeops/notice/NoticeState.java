package io.storeops.notice;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** The states of a notice (domain 4.11, D54, D93). They follow from its messages and receipts, and are derived, never stored. */
public enum NoticeState {
    /** Written, or sent and not accepted by as many channels as it needs. */
    DRAFT,
    /** The channels accepted it; departments have still to give their receipt. */
    DELIVERED,
    /** Every department gave its receipt. */
    ACKNOWLEDGED,
    /** Another notice took its place; receipts that are open are not owed any more (D55). */
    SUPERSEDED;

    /** What can happen to a notice. A department's receipt is possible from the first acceptance on, and leaves DRAFT (D93). */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<NoticeState, NoticeEvent> MACHINE = StateMachine.of(
                    "notice", NoticeState.class, NoticeEvent.class)
            .begins(NoticeEvent.DRAFT, DRAFT, Right.LIAISE)
            .begins(NoticeEvent.SEND, DRAFT, Right.LIAISE)
            .on(DRAFT, NoticeEvent.SEND, DRAFT, Right.LIAISE)
            .on(DRAFT, NoticeEvent.ACKNOWLEDGE, DRAFT, Right.ACKNOWLEDGE_NOTICE)
            .on(DRAFT, NoticeEvent.ACCEPT, DELIVERED)
            .on(DELIVERED, NoticeEvent.ACKNOWLEDGE, DELIVERED, Right.ACKNOWLEDGE_NOTICE)
            .on(DELIVERED, NoticeEvent.COMPLETE, ACKNOWLEDGED, Right.ACKNOWLEDGE_NOTICE)
            .on(DRAFT, NoticeEvent.SUPERSEDE, SUPERSEDED, Right.LIAISE)
            .on(DELIVERED, NoticeEvent.SUPERSEDE, SUPERSEDED, Right.LIAISE)
            .on(ACKNOWLEDGED, NoticeEvent.SUPERSEDE, SUPERSEDED, Right.LIAISE)
            .ends(SUPERSEDED)
            .build();
}
