package io.storeops;

import static io.storeops.CollectingShop.KEEPER;
import static io.storeops.CollectingShop.SETTER;
import static io.storeops.CollectingShop.shows;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.listing.BookPrice;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ListingWrite;
import io.storeops.listing.ShownListing;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What a store that is collected comes to, by the public API, on whatever it is kept. */
public final class CollectingScenarios {
    private CollectingScenarios() {}

    /** 50,000 with {@code -Dstoreops.test.full}, else as many as a build can wait for on a disk. */
    public static int listings() {
        return System.getProperty("storeops.test.full") == null ? 2_000 : 50_000;
    }

    /** Ten times wrong and right, in two lives of the storage: one anomaly, one notice, one recovery. */
    public static void tenAlternations(Function<Clock, Storage> place) {
        CollectingShop shop = new CollectingShop(place);
        shop.priced(10_000);
        for (int i = 0; i < 10; i++) {
            if (i == 5) {
                shop.reopen();
            }
            for (long minor : List.of(9_000L, 10_000L)) {
                shop.minutes(1);
                shop.look(ListingValue.price(minor));
            }
        }
        assertEquals(List.of("PRICE of A FOUND"), shop.known());
        assertEquals(10, shop.anomalies().get(0).counts().observations());
        assertEquals(List.of("found"), shop.messages());
        for (int i = 0; i < 3; i++) {
            shop.minutes(1);
            shop.look(ListingValue.price(10_000));
        }
        assertEquals(List.of("PRICE of A CLOSED"), shop.known());
        assertEquals(List.of("found", "recovered"), shop.messages());
        shop.ops().close();
    }

    /** A price book that is shifted by one row is one anomaly of its source; the listings are judged again once it is right (D25). */
    public static void shiftedBook(Function<Clock, Storage> place, int listings) {
        CollectingShop shop = new CollectingShop(place);
        shop.enrolMore(listings);
        collectBook(shop, listings, 1);
        shop.minutes(5);
        collectListings(shop, listings, 0);
        assertEquals(List.of("INFORMATION of SOURCE:PRICE FOUND"), shop.known());
        assertEquals(List.of("found"), shop.messages());
        shop.minutes(5);
        collectBook(shop, listings, 0);
        shop.minutes(5);
        // One of them is wrong indeed.
        collectListings(shop, listings, 9_999);
        assertEquals(List.of("INFORMATION of SOURCE:PRICE CLOSED", "PRICE of L7 FOUND"), shop.known());
        assertEquals(
                List.of("found", "found", "recovered"),
                shop.messages().stream().sorted().toList());
        assertEquals(
                0,
                shop.storage()
                        .select(Query.of(ListingWrite.TABLE, STORE))
                        .items()
                        .size());
        shop.ops().close();
    }

    private static long minor(int row) {
        return 10_000 + row % 7 * 100L;
    }

    private static void collectBook(CollectingShop shop, int listings, int shift) {
        shop.book.gives(
                shop.now(),
                IntStream.range(0, listings)
                        .mapToObj(i -> new BookPrice("L" + i, minor(i + shift), Optional.empty()))
                        .toArray(BookPrice[]::new));
        shop.ops().deskOf(SETTER).prices().collect(STORE);
    }

    /** What is shown is right, but for the eighth, if it is to show something else. */
    private static void collectListings(CollectingShop shop, int listings, long eighth) {
        shop.listings.gives(
                shop.now(),
                IntStream.range(0, listings)
                        .mapToObj(i -> shows("L" + i, ListingValue.price(i == 7 && eighth > 0 ? eighth : minor(i))))
                        .toArray(ShownListing[]::new));
        shop.ops().deskOf(KEEPER).listings().collect(STORE);
    }
}
