package io.storeops.listing;

import static io.storeops.StoreFixture.STORE;

import io.storeops.FakePages;
import io.storeops.Marketplace;
import io.storeops.StoreFixture;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Item;
import io.storeops.catalog.Sku;
import io.storeops.enrolment.Enrolment;
import io.storeops.feed.Coverage;
import io.storeops.id.ActorId;
import io.storeops.source.SourceIntake;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A store with the item A, the item B of the SKUs B-red and B-blue, and feeds of its listings, its stock and its prices. */
final class ShopWithFeeds {
    final FakePages<ListingsRequest, ShownListing> listings = new FakePages<>();
    final FakePages<StockRequest, StockLevel> stock = new FakePages<>();
    final FakePages<PriceBookRequest, BookPrice> book = new FakePages<>();
    final FakeEditor editor = new FakeEditor(this::clock);
    final ShopWithPrices prices;

    ShopWithFeeds() {
        Optional<ListingEditor> writes = Optional.of(editor);
        this.prices = new ShopWithPrices(Optional.of(new Marketplace() {
            @Override
            public Optional<ListingFeed> listings() {
                return Optional.of(listings::read);
            }

            @Override
            public Optional<StockFeed> stock() {
                return Optional.of(stock::read);
            }

            @Override
            public Optional<PriceBookFeed> priceBook() {
                return Optional.of(book::read);
            }

            @Override
            public Optional<ListingEditor> listingEditor() {
                return writes;
            }
        }));
        StoreFixture shop = prices.shop;
        LocalDate since = LocalDate.of(2024, 1, 1);
        Item kettle = new Item(STORE, "B", since, Optional.empty());
        Enrolment now = shop.enrolment(shop.roster());
        shop.ops.enrol(new Enrolment(
                now.store(),
                List.of(kettle),
                List.of(Sku.of(kettle, "B-red"), Sku.of(kettle, "B-blue")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                now.roster()));
    }

    private SettableClock clock() {
        return prices.shop.clock;
    }

    Instant at(String time) {
        return prices.at(time);
    }

    void wait(String until) {
        prices.shop.clock.set(at(until));
    }

    Listings keeper() {
        return prices.desk(ShopWithPrices.KEEPER).listings();
    }

    Prices pricer(ActorId actor) {
        return prices.desk(actor).prices();
    }

    /** A listing whose stock the marketplace counts. */
    static ShownListing shows(String item, String sku, ListingValue... values) {
        return new ShownListing(item, Optional.of(sku).filter(id -> !id.isEmpty()), List.of(values), true);
    }

    SourceIntake collect(Instant asOf, ShownListing... rows) {
        listings.gives(asOf, rows);
        return keeper().collect(STORE);
    }

    SourceIntake collectOfUnknownInstant(ShownListing... rows) {
        listings.clear();
        listings.adds(Optional.empty(), Coverage.UNKNOWN, List.of(), List.of(rows));
        return keeper().collect(STORE);
    }
}
