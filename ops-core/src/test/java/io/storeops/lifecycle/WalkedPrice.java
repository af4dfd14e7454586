package io.storeops.lifecycle;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.id.ActorId;
import io.storeops.listing.PriceChange;
import io.storeops.listing.PriceEvent;
import io.storeops.listing.PriceState;
import io.storeops.listing.Prices;
import java.util.Optional;

/** A price of the item A, which one person sets and another releases. */
final class WalkedPrice extends Walked<PriceState, PriceEvent> {
    private static final ActorId SETS = ActorId.of("setter-1");
    private static final ActorId RELEASES = ActorId.of("setter-2");
    private static final String ID = "P1";

    private int others;

    WalkedPrice(StoreFixture.Setup setup) {
        super(setup.itemAndRival()
                .role("SETTER", "SET:PRICE_BOOK", "SET:FLOOR", "READ")
                .works(SETS, "SETTER")
                .works(RELEASES, "SETTER"));
        prices(SETS).setFloor(STORE, "A", 5_000, DAY);
    }

    private Prices prices(ActorId actor) {
        return shop.ops.deskOf(actor).prices();
    }

    @Override
    @SuppressWarnings("unchecked") // the module's machine of prices is of these states and events
    StateMachine<PriceState, PriceEvent> machine() {
        return (StateMachine<PriceState, PriceEvent>) StoreFixture.machines().stream()
                .filter(machine -> machine.thing().equals("price_change"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    Optional<PriceState> state() {
        return prices(SETS).findChange(STORE, ID).map(PriceChange::state);
    }

    @Override
    ActorId doer(PriceEvent event) {
        return event == PriceEvent.RELEASE ? RELEASES : SETS;
    }

    @Override
    void cause(PriceEvent event, ActorId by) {
        switch (event) {
            case SET -> prices(by).setPriceBook(STORE, ID, "A", 10_000);
            case HOLD -> prices(by).setPriceBook(STORE, ID, "A", 4_999);
            case RELEASE -> prices(by).releasePrice(STORE, ID);
            case WITHDRAW -> prices(by).withdrawPrice(STORE, ID);
            case SUPERSEDE -> another();
            default -> throw new IllegalArgumentException("nobody knows how to " + event);
        }
    }

    private void another() {
        others++;
        String next = "N" + others;
        if (prices(SETS).setPriceBook(STORE, next, "A", 9_000).state() == PriceState.HELD) {
            prices(RELEASES).releasePrice(STORE, next);
        }
    }
}
