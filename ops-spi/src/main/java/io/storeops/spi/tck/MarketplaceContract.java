package io.storeops.spi.tck;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.calendar.SettableClock;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.figures.Reading;
import io.storeops.health.HealthRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link Marketplace} does. Extend it in the adapter's test and say how the marketplace is opened, what to ask it
 * and how many rows each answer has:
 *
 * <pre>{@code
 * class MyMarketplaceTest extends MarketplaceContract {
 *     protected Marketplace open(Clock clock) {
 *         return new MyMarketplace(clock);
 *     }
 *
 *     protected List<Sample<?>> samples() {
 *         return List.of(new Sample<>(new OrdersRequest(store, from, to), 120, 3));
 *     }
 * }
 * }</pre>
 *
 * A port that the marketplace has needs a sample, and one that has none must be absent. For an editor of listings {@link #changes()} says
 * what may be written.
 */
@SuppressWarnings("exports") // JUnit is there for those who extend the kit, and for nobody else
@DisplayName("A marketplace")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class MarketplaceContract {
    private Marketplace marketplace;

    /** For the adapter's test. */
    protected MarketplaceContract() {}

    /**
     * A question whose answer is known.
     *
     * @param <Q> the kind of question, as in {@link MetricsRequest} or {@link io.storeops.listing.StockRequest}: it tells the port that
     *     is asked
     * @param request the question
     * @param rows how many rows the source has for it
     * @param problems how many of the source's rows cannot be taken
     */
    public record Sample<Q>(Q request, int rows, int problems) {
        /** Checks for null. */
        public Sample {
            requireNonNull(request, "request");
        }
    }

    /**
     * Opens the marketplace. Called once before each rule.
     *
     * @param clock the clock to give to the marketplace
     * @return the marketplace
     * @throws Exception if the source of the samples cannot be made ready
     */
    protected abstract Marketplace open(Clock clock) throws Exception;

    /**
     * What to ask the marketplace: one question or more to every port that it has.
     *
     * @return the samples, none for a port that it has not; the same at every call
     */
    protected abstract List<Sample<?>> samples();

    /**
     * What the kit may change: one change or more if the marketplace has an editor of listings. The kit writes both values of each, again
     * and again, and leaves the field with either.
     *
     * @return the changes, none for a marketplace without an editor; the same at every call
     */
    protected List<ListingChange> changes() {
        return List.of();
    }

    @BeforeEach
    final void openMarketplace() throws Exception {
        marketplace = open(SettableClock.at(Instant.parse("2024-06-16T01:30:00Z")));
    }

    @AfterEach
    final void closeMarketplace() {
        marketplace.close();
    }

    /** The questions of the samples to a port. */
    private <Q> List<Q> questions(FeedPort<Q, ?> port) {
        return samples(port).stream().map(Sample::request).toList();
    }

    private <Q> List<Sample<Q>> samples(FeedPort<Q, ?> port) {
        List<Sample<Q>> own = new ArrayList<>();
        for (Sample<?> sample : samples()) {
            if (port.question().isInstance(sample.request())) {
                own.add(new Sample<>(port.question().cast(sample.request()), sample.rows(), sample.problems()));
            }
        }
        return own;
    }

    private static void accounts(Sample<?> sample, List<? extends FeedPage<?>> pages) {
        List<RowProblem> problems =
                pages.stream().flatMap(page -> page.problems().stream()).toList();
        assertEquals(
                sample.rows(),
                pages.stream().mapToInt(page -> page.rows().size()).sum(),
                "rows");
        assertEquals(sample.problems(), problems.size(), () -> "problems: " + problems);
        for (RowProblem problem : problems) {
            assertFalse(problem.source().isBlank(), () -> "a problem without a source: " + problem);
            assertFalse(problem.reason().isBlank(), () -> "a problem without a reason: " + problem);
        }
    }

    @Test
    @DisplayName("M01 a port that it has is there at every call and has a sample, one that it has not is there at none")
    void presence() {
        for (int i = 0; i < 2; i++) {
            for (FeedPort<?, ?> port : FeedPort.ALL) {
                boolean present = port.feed().apply(marketplace).isPresent();
                boolean sampled = !samples(port).isEmpty();
                assertEquals(
                        sampled,
                        present,
                        () -> sampled
                                ? "There are samples for " + port.name() + ", which is absent"
                                : port.name() + " is there, but samples() has no "
                                        + port.question().getSimpleName());
            }
        }
        boolean editor = marketplace.listingEditor().isPresent();
        assertEquals(
                !changes().isEmpty(),
                editor,
                () -> editor
                        ? "listingEditor() is there, but changes() has none"
                        : "There are changes for listingEditor(), which is absent");
        for (Sample<?> sample : samples()) {
            assertTrue(
                    FeedPort.ALL.stream().anyMatch(port -> port.question().isInstance(sample.request())),
                    () -> "No port takes the sample " + sample);
        }
    }

    @Test
    @DisplayName("M02 the pages end, and every row of the source is among their rows or their problems")
    void accounts() {
        FeedPort.ALL.forEach(this::accounts);
    }

    private <Q, R> void accounts(FeedPort<Q, R> port) {
        samples(port).forEach(sample -> accounts(sample, port.pages(marketplace, sample.request())));
    }

    @Test
    @DisplayName("M03 asked again, it gives the same pages")
    void repeatable() {
        FeedPort.ALL.forEach(this::repeatable);
    }

    private <Q, R> void repeatable(FeedPort<Q, R> port) {
        for (Q request : questions(port)) {
            assertEquals(port.pages(marketplace, request), port.pages(marketplace, request));
        }
    }

    @Test
    @DisplayName("M04 readings are of the slot and the subjects that were asked for, and name their source")
    void readings() {
        for (MetricsRequest request : questions(FeedPort.METRICS)) {
            for (Reading reading : FeedPort.METRICS.rows(marketplace, request)) {
                assertEquals(request.slot(), reading.slot());
                assertTrue(
                        request.others() || request.subjects().contains(reading.subject()),
                        () -> reading.subject() + " was not asked for");
                assertFalse(reading.source().isBlank(), () -> "a reading without a source: " + reading);
            }
        }
    }

    @Test
    @DisplayName("M05 asked for no subject, it has no reading")
    void noSubjects() {
        for (MetricsRequest all : questions(FeedPort.METRICS)) {
            MetricsRequest none = new MetricsRequest(all.store(), all.plan(), all.slot(), List.of());
            assertEquals(List.of(), FeedPort.METRICS.rows(marketplace, none));
        }
    }

    @Test
    @DisplayName("M06 a row of a feed of whole orders is an order: no order comes twice")
    void grain() {
        for (OrdersRequest request : questions(FeedPort.ORDERS)) {
            OrderFeed feed = marketplace.orders().orElseThrow();
            assertEquals(feed.grain(), feed.grain());
            List<String> orders = FeedPort.ORDERS.rows(marketplace, request).stream()
                    .map(OrderLine::orderId)
                    .toList();
            assertFalse(orders.stream().anyMatch(String::isBlank), "an order without an id");
            if (feed.grain() == OrderFeed.Grain.ORDER) {
                assertEquals(orders.stream().distinct().toList(), orders);
            }
        }
    }

    @Test
    @DisplayName("M07 many threads that ask at once get what one gets")
    void manyThreads() throws Exception {
        for (FeedPort<?, ?> port : FeedPort.ALL) {
            manyThreads(port);
        }
    }

    private <Q, R> void manyThreads(FeedPort<Q, R> port) throws Exception {
        for (Q request : questions(port)) {
            List<FeedPage<R>> expected = port.pages(marketplace, request);
            for (List<FeedPage<R>> found : Threads.together(IntStream.range(0, 4)
                    .mapToObj(i -> Threads.work(() -> port.pages(marketplace, request)))
                    .toList())) {
                assertEquals(expected, found);
            }
        }
    }

    @Test
    @DisplayName(
            "M08 values of the store's health are of the indicators that were asked for, or penalties, and of their kind")
    void health() {
        for (HealthRequest request : questions(FeedPort.HEALTH)) {
            FeedRules.health(request, FeedPort.HEALTH.rows(marketplace, request));
        }
    }

    @Test
    @DisplayName(
            "M09 a listing shows something, one value of each field whatever row shows it, and a SKU is one of one item")
    void listings() {
        questions(FeedPort.LISTINGS)
                .forEach(request -> FeedRules.listings(FeedPort.LISTINGS.rows(marketplace, request)));
    }

    @Test
    @DisplayName("M10 a SKU has one stock")
    void stock() {
        questions(FeedPort.STOCK).forEach(request -> FeedRules.stock(FeedPort.STOCK.rows(marketplace, request)));
    }

    @Test
    @DisplayName("M11 a SKU has one approved price from one instant on")
    void prices() {
        questions(FeedPort.PRICE_BOOK)
                .forEach(request -> FeedRules.prices(FeedPort.PRICE_BOOK.rows(marketplace, request)));
    }

    @Test
    @DisplayName("M12 a rival's item was not observed after the instant of which its source speaks")
    void competitors() {
        questions(FeedPort.COMPETITORS)
                .forEach(request -> FeedRules.competitors(FeedPort.COMPETITORS.pages(marketplace, request)));
    }

    private EditorRules editor() {
        return new EditorRules(marketplace.listingEditor().orElseThrow());
    }

    @Test
    @DisplayName("M13 what is shown after a change goes with the answer: what was written, what was before, or nothing")
    void shownAfterAChange() {
        changes().forEach(change -> editor().showsWhatItApplied(change));
    }

    @Test
    @DisplayName("M14 a change that comes again under its key is applied once")
    void keys() {
        changes().forEach(change -> editor().appliesAKeyOnce(change));
    }

    @Test
    @DisplayName(
            "M15 of an item that is not there nothing is shown and nothing is taken, and each failure has its kind")
    void unknownItems() {
        changes().forEach(change -> editor().knowsNothingOfWhatIsNotThere(change));
    }

    @Test
    @DisplayName(
            "M16 what is shown is of the field that was asked for, of whole microseconds, and the same for many threads")
    void shownToAll() throws Exception {
        for (ListingChange change : changes()) {
            editor().showsTheSameToAll(change);
        }
    }
}
