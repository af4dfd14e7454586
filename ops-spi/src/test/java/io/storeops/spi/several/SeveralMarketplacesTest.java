package io.storeops.spi.several;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.FeedRead;
import io.storeops.feed.RowProblem;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.figures.Reading;
import io.storeops.figures.Subject;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.ShownListing;
import io.storeops.listing.StockLevel;
import io.storeops.listing.StockRequest;
import io.storeops.spi.several.Alias.Of;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One store of several marketplaces, each of which has what the test gives it (D70). */
class SeveralMarketplacesTest {
    private static final Store STORE = Store.of("S1", "Asia/Shanghai", "CNY");
    private static final Subject SHOP = Subject.ofStore(STORE.id());
    private static final Subject MUG = Subject.ofItem("mug");
    private static final Subject BOWL = Subject.ofItem("bowl");
    private static final SlotId SLOT = SlotId.parse("2024-06-16#01");
    private static final Instant NINE = Instant.parse("2024-06-16T01:00:00Z");
    private static final Aliases IDS = Aliases.of(
            "ids.csv",
            List.of(
                    new Alias(Of.ITEM, "mug", "8812"),
                    new Alias(Of.ITEM, "bowl", "8813"),
                    new Alias(Of.SKU, "MUG-RED", "8812-1")));

    private static Reading reading(Subject subject, Metric metric, long value) {
        return Reading.of(
                subject, SLOT, NINE, Figures.builder().set(metric, value).build(), "readings-20240616.csv");
    }

    private static MetricsRequest asking(Subject... subjects) {
        return new MetricsRequest(STORE, SlotPlan.ofHours(9, 21), SLOT, List.of(subjects));
    }

    private static FeedRead<Reading> read(Marketplace whole, Subject... subjects) {
        return FeedRead.of(after -> whole.metrics().orElseThrow().read(asking(subjects), after));
    }

    private static List<String> told(FeedRead<?> read) {
        return read.problems().stream().map(RowProblem::toString).toList();
    }

    private static String refused(Supplier<?> work) {
        return assertThrows(IllegalArgumentException.class, work::get).getMessage();
    }

    private static SeveralMarketplaces of(Marketplace erp, Marketplace counter) {
        return SeveralMarketplaces.builder()
                .part("erp", erp)
                .part("counter", counter)
                .build();
    }

    private static OrderFeed orders(OrderLine... lines) {
        return new OrderFeed() {
            @Override
            public Grain grain() {
                return Grain.LINE;
            }

            @Override
            public boolean newestRules() {
                return true;
            }

            @Override
            public Set<Metric> carries() {
                return Set.of(Metric.AMOUNT);
            }

            @Override
            public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
                return Scripted.page(List.of(lines));
            }
        };
    }

    @Nested
    class Supplies {
        @Test
        void whatEachPartHasAndNothingElse() {
            SeveralMarketplaces whole = of(
                    new Scripted()
                            .orders(orders(OrderLine.paid("o-1", NINE, 100)))
                            .stock(new StockLevel("A", 1)),
                    new Scripted().readings(reading(SHOP, Metric.VISITORS, 10)));
            assertEquals(
                    List.of(OrderLine.paid("o-1", NINE, 100)),
                    whole.orders()
                            .orElseThrow()
                            .read(new OrdersRequest(STORE, NINE, NINE), Optional.empty())
                            .rows());
            assertEquals(OrderFeed.Grain.LINE, whole.orders().orElseThrow().grain());
            assertTrue(whole.orders().orElseThrow().newestRules());
            assertEquals(Set.of(Metric.AMOUNT), whole.orders().orElseThrow().carries());
            assertTrue(whole.stock().isPresent());
            assertTrue(whole.metrics().isPresent());
            assertEquals(Optional.empty(), whole.health());
            assertEquals(Optional.empty(), whole.listings());
            assertEquals(Optional.empty(), whole.listingEditor());
            assertEquals(Optional.empty(), whole.priceBook());
            assertEquals(Optional.empty(), whole.competitors());
            assertEquals(Optional.empty(), whole.activities());
            assertEquals(Optional.empty(), whole.promotionRules());
            assertEquals("[erp[orders, stock], counter[metrics]]", whole.toString());
        }

        @Test
        void nothingThatTwoPartsHaveUnlessOneIsNamed() {
            Scripted erp = new Scripted().stock(new StockLevel("A", 1));
            Scripted files = new Scripted().stock(new StockLevel("A", 2));
            assertEquals(
                    "The parts [erp, counter] all have stock, and a store has one source of it. Leave it out of the settings"
                            + " of the others, or say which is meant: \"from\": {\"stock\": \"erp\"}",
                    refused(() -> of(erp, files)));
            SeveralMarketplaces whole = SeveralMarketplaces.builder()
                    .part("erp", erp)
                    .part("files", files)
                    .from(Kind.STOCK, "files")
                    .build();
            assertEquals(
                    List.of(new StockLevel("A", 2)),
                    whole.stock()
                            .orElseThrow()
                            .read(new StockRequest(STORE), Optional.empty())
                            .rows());
        }

        @Test
        void nothingFromAPartThatDoesNotHaveIt() {
            SeveralMarketplaces.Builder whole = SeveralMarketplaces.builder()
                    .part("erp", new Scripted().stock(new StockLevel("A", 1)))
                    .from(Kind.STOCK, "files")
                    .from(Kind.ORDERS, "erp");
            assertEquals(
                    "'from' says that orders is of part 'erp', which has none. The parts have: erp [stock]\n"
                            + "'from' says that stock is of part 'files', which has none. The parts have: erp [stock]",
                    refused(whole::build));
        }

        @Test
        void nothingUnderANameThatIsNone() {
            SeveralMarketplaces.Builder whole = SeveralMarketplaces.builder().part("erp", new Scripted());
            assertEquals(
                    "'ERP 1' is not the name of a part (expected [a-z][a-z0-9-]{0,31})",
                    refused(() -> whole.part("ERP 1", new Scripted())));
            assertEquals(
                    "Two parts are called 'erp'. Call one of them otherwise",
                    refused(() -> whole.part("erp", new Scripted())));
            assertEquals(
                    "A part is not called 'orders': that is the source of what is derived from orders. Call it as what it is, as"
                            + " in 'erp'",
                    refused(() -> whole.part("orders", new Scripted())));
            assertEquals(
                    "A marketplace of several has no part. Name one or more",
                    refused(() -> SeveralMarketplaces.builder().build()));
            assertEquals(
                    "'visitors' is nothing that a marketplace supplies (expected one of [metrics, orders, health, listings,"
                            + " listingEditor, stock, priceBook, competitors, activities, promotionRules])",
                    refused(() -> Kind.parse("visitors")));
        }

        @Test
        void untilItIsClosedEveryPartOfIt() {
            Scripted broken = new Scripted().writing();
            Scripted other = new Scripted();
            SeveralMarketplaces whole = of(broken, other);
            assertEquals(
                    "the editor does not close",
                    assertThrows(IllegalStateException.class, whole::close).getMessage());
            assertTrue(broken.closed);
            assertTrue(other.closed);
        }
    }

    @Nested
    class Reads {
        @Test
        void theReadingsOfEveryPartUnderItsName() {
            FeedRead<Reading> read = read(
                    of(
                            new Scripted()
                                    .readings(reading(SHOP, Metric.AMOUNT, 100))
                                    .readings(reading(MUG, Metric.AMOUNT, 60)),
                            new Scripted().readings(reading(SHOP, Metric.VISITORS, 10))),
                    SHOP,
                    MUG);
            assertEquals(
                    List.of(
                            reading(SHOP, Metric.AMOUNT, 100).from("erp"),
                            reading(MUG, Metric.AMOUNT, 60).from("erp"),
                            reading(SHOP, Metric.VISITORS, 10).from("counter")),
                    read.rows());
            assertEquals(List.of(), read.problems());
            assertEquals(Coverage.COMPLETE, read.coverage());
        }

        @Test
        void thoseOfTheOthersIfAPartFailsAndSaysWhich() {
            Scripted down = new Scripted()
                    .readings()
                    .failingAt(1, new AdapterException(FaultKind.TRANSIENT, "the database does not answer"));
            Scripted counter = new Scripted().readings(reading(SHOP, Metric.VISITORS, 10));
            for (SeveralMarketplaces whole : List.of(of(down, counter), of(counter, down))) {
                FeedRead<Reading> read = read(whole, SHOP);
                assertEquals(
                        List.of(10L),
                        read.rows().stream()
                                .map(reading -> reading.figures().get(Metric.VISITORS))
                                .toList());
                assertEquals(Coverage.PARTIAL, read.coverage());
            }
            assertEquals(
                    List.of("erp: could not be read (TRANSIENT): Part 'erp': the database does not answer"),
                    told(read(of(down, counter), SHOP)));
            assertEquals(
                    List.of("counter: could not be read (TRANSIENT): Part 'counter': the database does not answer"),
                    told(read(of(counter, down), SHOP)));
        }

        @Test
        void whatAPartGaveBeforeItFailed() {
            Scripted cut = new Scripted()
                    .readings(reading(SHOP, Metric.AMOUNT, 100))
                    .readings(reading(MUG, Metric.AMOUNT, 60))
                    .failingAt(2, new AdapterException(FaultKind.CONFLICT, "the file changed"));
            FeedRead<Reading> read =
                    read(of(cut, new Scripted().readings(reading(SHOP, Metric.VISITORS, 10))), SHOP, MUG);
            assertEquals(
                    List.of(
                            reading(SHOP, Metric.AMOUNT, 100).from("erp"),
                            reading(SHOP, Metric.VISITORS, 10).from("counter")),
                    read.rows());
            assertEquals(List.of("erp: could not be read (CONFLICT): Part 'erp': the file changed"), told(read));
            assertEquals(Coverage.PARTIAL, read.coverage());
        }

        @Test
        void nothingIfEveryPartFailsAndSaysWhenToComeBack() {
            Scripted wrong =
                    new Scripted().readings().failingAt(1, new AdapterException(FaultKind.INVALID, "no such column"));
            Scripted busy = new Scripted()
                    .readings()
                    .failingAt(1, new AdapterException(FaultKind.THROTTLED, "too many calls", NINE.plusSeconds(60)));
            AdapterException failed = assertThrows(AdapterException.class, () -> read(of(wrong, busy), SHOP));
            assertEquals(
                    "No part could be read. Part 'erp': no such column; Part 'counter': too many calls",
                    failed.getMessage());
            assertEquals(FaultKind.THROTTLED, failed.kind());
            assertEquals(Optional.of(NINE.plusSeconds(60)), failed.retryAt());
        }

        @Test
        void aFailureOfWhateverElseUnderThePartsName() {
            SeveralMarketplaces whole = of(
                    new Scripted()
                            .stock(new StockLevel("A", 1))
                            .failingAt(1, new AdapterException(FaultKind.AUTH, "the password is wrong")),
                    new Scripted());
            AdapterException failed = assertThrows(
                    AdapterException.class,
                    () -> whole.stock().orElseThrow().read(new StockRequest(STORE), Optional.empty()));
            assertEquals("Part 'erp': the password is wrong", failed.getMessage());
            assertEquals(FaultKind.AUTH, failed.kind());
        }

        @Test
        void nothingBehindACursorThatIsNotItsOwn() {
            SeveralMarketplaces whole = of(
                    new Scripted().readings(reading(SHOP, Metric.AMOUNT, 100)),
                    new Scripted().readings(reading(SHOP, Metric.VISITORS, 10)));
            for (String foreign : List.of("", "2 COMPLETE", "-1 COMPLETE", "0", "0 SOME", "x COMPLETE")) {
                AdapterException refused = assertThrows(
                        AdapterException.class,
                        () -> whole.metrics().orElseThrow().read(asking(SHOP), Optional.of(new FeedCursor(foreign))));
                assertEquals(
                        "The cursor '" + foreign + "' is none of this feed. Go on with the one of its last page",
                        refused.getMessage());
            }
        }
    }

    @Nested
    class Translates {
        private Marketplace counter(Scripted part) {
            return SeveralMarketplaces.builder().part("counter", part, IDS).build();
        }

        @Test
        void readingsBothWays() {
            Scripted part = new Scripted()
                    .readings(
                            reading(SHOP, Metric.VISITORS, 10),
                            reading(Subject.ofItem("8812"), Metric.VISITORS, 6),
                            reading(Subject.ofItem("8813"), Metric.VISITORS, 3),
                            reading(Subject.ofItem("mug"), Metric.VISITORS, 9),
                            reading(Subject.ofCompetitor("X"), Metric.UNITS, 1));
            FeedRead<Reading> read = read(counter(part), SHOP, MUG, Subject.ofItem("vase"), Subject.ofCompetitor("X"));
            assertEquals(
                    List.of(
                            reading(SHOP, Metric.VISITORS, 10).from("counter"),
                            reading(MUG, Metric.VISITORS, 6).from("counter"),
                            reading(Subject.ofCompetitor("X"), Metric.UNITS, 1).from("counter")),
                    read.rows());
            // Nobody asked for the bowl; the part's own 'mug' is another one than ours.
            assertEquals(
                    List.of(
                            "readings-20240616.csv: the table ids.csv has no ITEM 'mug' of part 'counter', so nobody knows whose"
                                    + " figures these are; add a line with it"),
                    told(read));
            assertEquals(
                    List.of(SHOP, Subject.ofItem("8812"), Subject.ofCompetitor("X")),
                    part.asked.get(0).subjects());
            assertTrue(part.asked.get(0).others());
        }

        @Test
        void statesAndKeepsWhatTheTableDoesNotHave() {
            Marketplace whole = counter(new Scripted()
                    .stock(new StockLevel("8812-1", 5), new StockLevel("8813", 7), new StockLevel("MUG-RED", 9))
                    .listings(
                            new ShownListing("8812", Optional.of("8812-1"), List.of(ListingValue.stock(5)), true),
                            new ShownListing("8812", Optional.of("8812-9"), List.of(), true),
                            new ShownListing("mug", Optional.empty(), List.of(), true)));
            assertEquals(
                    // An item is a SKU where it is its only one; an id of ours at the part is somebody else's there.
                    List.of(
                            new StockLevel("MUG-RED", 5),
                            new StockLevel("bowl", 7),
                            new StockLevel("counter/MUG-RED", 9)),
                    whole.stock()
                            .orElseThrow()
                            .read(new StockRequest(STORE), Optional.empty())
                            .rows());
            assertEquals(
                    List.of(
                            new ShownListing("mug", Optional.of("MUG-RED"), List.of(ListingValue.stock(5)), true),
                            new ShownListing("mug", Optional.of("counter/8812-9"), List.of(), true),
                            new ShownListing("counter/mug", Optional.empty(), List.of(), true)),
                    whole.listings()
                            .orElseThrow()
                            .read(new ListingsRequest(STORE), Optional.empty())
                            .rows());
        }

        @Test
        void anIdThatIsTooLongToBeKeptIntoAProblem() {
            Marketplace whole =
                    counter(new Scripted().stock(new StockLevel("x".repeat(128), 5), new StockLevel("8813", 7)));
            FeedPage<StockLevel> page = whole.stock().orElseThrow().read(new StockRequest(STORE), Optional.empty());
            assertEquals(List.of(new StockLevel("bowl", 7)), page.rows());
            assertEquals(1, page.problems().size());
            assertEquals("counter", page.problems().get(0).source());
        }

        @Test
        void theItemsOfOrders() {
            Marketplace whole = counter(new Scripted()
                    .orders(orders(
                            OrderLine.paid("o-1", NINE, 100).ofItem("8812"),
                            OrderLine.paid("o-1", NINE, 50).ofItem("9999"),
                            OrderLine.paid("o-2", NINE, 10))));
            assertEquals(
                    List.of(
                            OrderLine.paid("o-1", NINE, 100).ofItem("mug"),
                            OrderLine.paid("o-1", NINE, 50).ofItem("counter/9999"),
                            OrderLine.paid("o-2", NINE, 10)),
                    whole.orders()
                            .orElseThrow()
                            .read(new OrdersRequest(STORE, NINE, NINE), Optional.empty())
                            .rows());
        }

        @Test
        void whatIsWrittenAndNothingOfWhatHasNoIdThere() {
            Scripted part = new Scripted().writing();
            ListingEditor editor = counter(part).listingEditor().orElseThrow();
            ListedField price = new ListedField(STORE, "mug", Optional.of("MUG-RED"), ListingField.PRICE_MINOR);
            ListedField single = new ListedField(STORE, "bowl", Optional.of("bowl"), ListingField.PRICE_MINOR);
            editor.apply(new ListingEditor.Wish(price, ListingValue.price(100), "k"));
            editor.read(single);
            assertEquals(
                    List.of(
                            new ListedField(STORE, "8812", Optional.of("8812-1"), ListingField.PRICE_MINOR),
                            new ListedField(STORE, "8813", Optional.of("8813"), ListingField.PRICE_MINOR)),
                    part.fields);
            ListedField unknown = new ListedField(STORE, "mug", Optional.of("MUG-BLUE"), ListingField.PRICE_MINOR);
            AdapterException refused = assertThrows(
                    AdapterException.class,
                    () -> editor.apply(new ListingEditor.Wish(unknown, ListingValue.price(100), "k")));
            assertEquals(FaultKind.NOT_FOUND, refused.kind());
            assertEquals(
                    "Part 'counter': The table ids.csv has no id of the platform for 'MUG-BLUE'. Add a line with it",
                    refused.getMessage());
        }
    }
}
