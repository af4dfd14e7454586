package io.storeops.listing;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/** Where a change of an approved price stands (D93). */
public enum PriceState {
    /** It is approved; it counts from its instant on. */
    IN_FORCE,
    /** It waits for somebody else's release; the price before it stays approved (D26). */
    HELD,
    /** It was taken back before it was approved. */
    WITHDRAWN,
    /** Another price counts by now. */
    SUPERSEDED;

    /** What can happen to a change of an approved price. */
    static final StateMachine<PriceState, PriceEvent> MACHINE = StateMachine.of(
                    "price_change", PriceState.class, PriceEvent.class)
            .begins(PriceEvent.SET, IN_FORCE, Right.SET_PRICE_BOOK)
            .begins(PriceEvent.HOLD, HELD, Right.SET_PRICE_BOOK)
            .on(HELD, PriceEvent.RELEASE, IN_FORCE, Right.SET_PRICE_BOOK)
            .on(HELD, PriceEvent.WITHDRAW, WITHDRAWN, Right.SET_PRICE_BOOK)
            .on(IN_FORCE, PriceEvent.SUPERSEDE, SUPERSEDED, Right.FLAG)
            .ends(IN_FORCE, WITHDRAWN, SUPERSEDED)
            .build();

    /**
     * Whether it was approved, be it that another one counts by now.
     *
     * @return true for IN_FORCE and SUPERSEDED
     */
    public boolean approved() {
        return this == IN_FORCE || this == SUPERSEDED;
    }
}
