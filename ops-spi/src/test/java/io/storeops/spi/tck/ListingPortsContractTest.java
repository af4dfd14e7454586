package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.catalog.Store;
import io.storeops.competitor.CompetitorFeed;
import io.storeops.competitor.CompetitorRequest;
import io.storeops.competitor.ShownCompetitor;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.id.StoreId;
import io.storeops.listing.BookPrice;
import io.storeops.listing.ListingFeed;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.PriceBookFeed;
import io.storeops.listing.PriceBookRequest;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockFeed;
import io.storeops.listing.StockLevel;
import io.storeops.listing.StockRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules of listings, stock, price book and competitors: a right marketplace keeps them, and each wrong one breaks its own. */
class ListingPortsContractTest {
    private static final Store STORE =
            new Store(StoreId.of("S1"), "Store", ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"));
    private static final Instant NOON = Instant.parse("2024-06-16T04:00:00Z");

    /**
     * What a marketplace gives.
     *
     * @param listings of its listings
     * @param stock of the ERP's stock
     * @param book of the approved prices
     * @param rivals of rivals' items
     */
    private record Given(
            List<ShownListing> listings, List<StockLevel> stock, List<BookPrice> book, List<ShownCompetitor> rivals) {
        static final Given RIGHT = new Given(
                List.of(
                        listing("A", "", true, ListingValue.price(100), title("Teapot")),
                        listing("B", "B-1", true, ListingValue.price(200), title("Kettle")),
                        listing("B", "B-2", false, ListingValue.price(300), title("Kettle"))),
                List.of(new StockLevel("A", 0), new StockLevel("B-1", 7)),
                List.of(price("A", 100, Optional.empty()), price("A", 90, Optional.of(NOON))),
                List.of(rival("X", NOON), rival("X", NOON.minusSeconds(60))));

        Given with(ShownListing row) {
            return new Given(and(listings, row), stock, book, rivals);
        }

        Given with(StockLevel row) {
            return new Given(listings, and(stock, row), book, rivals);
        }

        Given with(BookPrice row) {
            return new Given(listings, stock, and(book, row), rivals);
        }

        Given with(ShownCompetitor row) {
            return new Given(listings, stock, book, and(rivals, row));
        }

        private static <T> List<T> and(List<T> rows, T row) {
            List<T> more = new ArrayList<>(rows);
            more.add(row);
            return List.copyOf(more);
        }

        private List<MarketplaceContract.Sample<?>> samples() {
            return List.of(
                    new MarketplaceContract.Sample<>(new ListingsRequest(STORE), listings.size(), 0),
                    new MarketplaceContract.Sample<>(new StockRequest(STORE), stock.size(), 0),
                    new MarketplaceContract.Sample<>(new PriceBookRequest(STORE), book.size(), 0),
                    new MarketplaceContract.Sample<>(new CompetitorRequest(STORE), rivals.size(), 0));
        }
    }

    private static ListingValue title(String text) {
        return new ListingValue(ListingField.TITLE, text);
    }

    private static ShownListing listing(String item, String sku, boolean tracked, ListingValue... values) {
        return new ShownListing(item, Optional.of(sku).filter(id -> !id.isEmpty()), List.of(values), tracked);
    }

    private static BookPrice price(String sku, long minor, Optional<Instant> from) {
        return new BookPrice(sku, minor, from);
    }

    private static ShownCompetitor rival(String item, Instant at) {
        return new ShownCompetitor(
                item, at, Optional.of("Cup"), OptionalLong.of(100), OptionalLong.empty(), OptionalLong.empty());
    }

    /** All four ports, a row a page. */
    private record Market(Given given) implements Marketplace {
        @Override
        public Optional<ListingFeed> listings() {
            return Optional.of((request, after) -> page(given.listings(), after));
        }

        @Override
        public Optional<StockFeed> stock() {
            return Optional.of((request, after) -> page(given.stock(), after));
        }

        @Override
        public Optional<PriceBookFeed> priceBook() {
            return Optional.of((request, after) -> page(given.book(), after));
        }

        @Override
        public Optional<CompetitorFeed> competitors() {
            return Optional.of((request, after) -> page(given.rivals(), after));
        }

        private static <T> FeedPage<T> page(List<T> rows, Optional<FeedCursor> after) {
            int at = after.map(FeedCursor::text).map(Integer::parseInt).orElse(0);
            return new FeedPage<>(
                    rows.subList(at, at + 1),
                    List.of(),
                    at + 1 < rows.size() ? Optional.of(new FeedCursor(String.valueOf(at + 1))) : Optional.empty(),
                    Optional.of(NOON),
                    Coverage.COMPLETE);
        }
    }

    @Nested
    class OfAllFour extends MarketplaceContract {
        @Override
        protected Marketplace open(Clock clock) {
            return new Market(Given.RIGHT);
        }

        @Override
        protected List<Sample<?>> samples() {
            return Given.RIGHT.samples();
        }
    }

    /** Right unless a test has just given it something else. */
    static final class Candidate extends MarketplaceContract {
        private static Given given = Given.RIGHT;
        private static List<Sample<?>> asked = Given.RIGHT.samples();

        @Override
        protected Marketplace open(Clock clock) {
            return new Market(given);
        }

        @Override
        protected List<Sample<?>> samples() {
            return asked;
        }
    }

    @AfterEach
    void leaveTheCandidateRight() {
        Candidate.given = Given.RIGHT;
        Candidate.asked = Given.RIGHT.samples();
    }

    private static void assertBroken(String rule, String said, Given given) {
        Candidate.given = given;
        Candidate.asked = given.samples();
        var broken = BrokenRules.of(Candidate.class);
        assertEquals(Set.of(rule), broken.keySet(), broken::toString);
        assertTrue(String.valueOf(broken.get(rule)).contains(said), broken::toString);
    }

    @Test
    void everyPortNeedsASample() {
        List<MarketplaceContract.Sample<?>> all = Given.RIGHT.samples();
        List<String> names = List.of("listings()", "stock()", "priceBook()", "competitors()");
        for (int i = 0; i < all.size(); i++) {
            List<MarketplaceContract.Sample<?>> fewer = new ArrayList<>(all);
            fewer.remove(i);
            Candidate.asked = fewer;
            String said = String.valueOf(BrokenRules.of(Candidate.class).get("M01"));
            assertTrue(said.startsWith(names.get(i) + " is there, but samples() has no "), said);
        }
    }

    @Nested
    class AListing {
        @Test
        void showsOnePrice() {
            assertBroken(
                    "M09",
                    "A shows PRICE_MINOR 100 and PRICE_MINOR 101",
                    Given.RIGHT.with(listing("A", "", true, ListingValue.price(101))));
        }

        @Test
        void showsOneTitleWhateverSkuShowsIt() {
            assertBroken(
                    "M09",
                    "B shows TITLE Kettle and TITLE Pan",
                    Given.RIGHT.with(listing("B", "B-3", true, title("Pan"))));
        }

        @Test
        void hasItsSkuForItself() {
            assertBroken(
                    "M09",
                    "contradict each other",
                    Given.RIGHT.with(listing("A", "B-1", true, ListingValue.price(200))));
        }

        @Test
        void isCountedOrNot() {
            assertBroken(
                    "M09",
                    "contradict each other",
                    Given.RIGHT.with(listing("B", "B-2", true, ListingValue.price(300))));
        }

        @Test
        void showsSomething() {
            assertBroken("M09", "a row that shows nothing", Given.RIGHT.with(listing("C", "", true)));
        }
    }

    @Test
    void aSkuHasOneStock() {
        assertBroken("M10", "contradict each other", Given.RIGHT.with(new StockLevel("B-1", 8)));
    }

    @Test
    void aSkuHasOnePriceFromOneInstantOn() {
        assertBroken("M11", "contradict each other", Given.RIGHT.with(price("A", 91, Optional.of(NOON))));
        assertBroken("M11", "contradict each other", Given.RIGHT.with(price("A", 101, Optional.empty())));
    }

    @Test
    void aRivalIsNotObservedLaterThanItsSourceSpeaks() {
        assertBroken("M12", "was observed after", Given.RIGHT.with(rival("Y", NOON.plusSeconds(1))));
    }
}
