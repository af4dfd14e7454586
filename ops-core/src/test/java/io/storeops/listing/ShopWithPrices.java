package io.storeops.listing;

import static io.storeops.StoreFixture.STORE;

import io.storeops.Desk;
import io.storeops.Marketplace;
import io.storeops.StoreFixture;
import io.storeops.id.ActorId;
import java.time.Instant;
import java.util.Optional;

/** A store with the item A, two people who set its prices and one who maintains it. */
final class ShopWithPrices {
    static final ActorId FIRST = ActorId.of("pricer-1");
    static final ActorId SECOND = ActorId.of("pricer-2");
    static final ActorId DEPUTY = ActorId.of("deputy-1");
    static final ActorId KEEPER = ActorId.of("keeper-1");

    final StoreFixture shop;

    ShopWithPrices() {
        this(Optional.empty());
    }

    ShopWithPrices(Optional<Marketplace> marketplace) {
        StoreFixture.Setup setup = new StoreFixture.Setup()
                .itemAndRival()
                .role("PRICER", "SET:PRICE_BOOK", "SET:FLOOR", "SET:BASELINE", "INSTRUCT")
                .role("KEEPER", "EXECUTE:X2")
                .works(FIRST, "PRICER")
                .works(SECOND, "PRICER")
                .deputy(DEPUTY, FIRST, "PRICER")
                .works(KEEPER, "KEEPER");
        marketplace.ifPresent(setup::marketplace);
        this.shop = setup.open();
        shop.clock.set(at("09:00"));
    }

    Instant at(String time) {
        return shop.at(time);
    }

    Desk desk(ActorId actor) {
        return shop.ops.deskOf(actor);
    }

    /** The first sets a price, which the second releases if it has to wait. */
    PriceChange approve(String id, long priceMinor) {
        PriceChange change = desk(FIRST).prices().setPriceBook(STORE, id, "A", priceMinor);
        return change.state() == PriceState.HELD ? desk(SECOND).prices().releasePrice(STORE, id) : change;
    }

    Optional<Long> approved(String time) {
        return desk(FIRST).prices().bookOf(STORE, "A").minorAt(at(time));
    }

    PriceState state(String id) {
        return desk(FIRST).prices().findChange(STORE, id).orElseThrow().state();
    }
}
