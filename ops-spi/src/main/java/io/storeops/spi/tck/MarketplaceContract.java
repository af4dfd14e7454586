package io.storeops.spi.tck;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.calendar.SettableClock;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.figures.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link Marketplace} does. Extend it in the adapter's test, say how the marketplace is opened and, for each port
 * that it has, what to ask it and how many rows the answer has. For a port without a sample the kit asserts its absence.
 */
@SuppressWarnings("exports") // JUnit is there for those who extend the kit, and for nobody else
@DisplayName("A marketplace")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class MarketplaceContract {
    private static final int MOST_PAGES = 100_000;

    private Marketplace marketplace;

    /** For the adapter's test. */
    protected MarketplaceContract() {}

    /**
     * A question whose answer is known.
     *
     * @param <Q> the kind of question
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
     * What to ask {@link Marketplace#metrics()}.
     *
     * @return the sample; empty if the marketplace has no such port
     */
    protected abstract Optional<Sample<MetricsRequest>> metrics();

    /**
     * What to ask {@link Marketplace#orders()}.
     *
     * @return the sample; empty if the marketplace has no such port
     */
    protected abstract Optional<Sample<OrdersRequest>> orders();

    @BeforeEach
    final void openMarketplace() throws Exception {
        marketplace = open(SettableClock.at(Instant.parse("2024-06-16T01:30:00Z")));
    }

    @AfterEach
    final void closeMarketplace() {
        marketplace.close();
    }

    private List<FeedPage<Reading>> metricsPages(MetricsRequest request) {
        return pages(after -> marketplace.metrics().orElseThrow().read(request, after));
    }

    private List<FeedPage<OrderLine>> orderPages(OrdersRequest request) {
        return pages(after -> marketplace.orders().orElseThrow().read(request, after));
    }

    private static <T> List<FeedPage<T>> pages(Function<Optional<FeedCursor>, FeedPage<T>> read) {
        List<FeedPage<T>> pages = new ArrayList<>();
        Set<FeedCursor> seen = new HashSet<>();
        Optional<FeedCursor> after = Optional.empty();
        do {
            FeedPage<T> page = read.apply(after);
            pages.add(page);
            after = page.next();
            after.ifPresent(cursor -> assertTrue(seen.add(cursor), "the cursor comes twice: " + cursor));
            assertTrue(pages.size() < MOST_PAGES, "no end after " + MOST_PAGES + " pages");
        } while (after.isPresent());
        return pages;
    }

    private static <T> List<T> rows(List<FeedPage<T>> pages) {
        return pages.stream().flatMap(page -> page.rows().stream()).toList();
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
    @DisplayName("M01 a port that it has is there at every call, one that it has not at none")
    void presence() {
        for (int i = 0; i < 2; i++) {
            assertEquals(metrics().isPresent(), marketplace.metrics().isPresent(), "metrics()");
            assertEquals(orders().isPresent(), marketplace.orders().isPresent(), "orders()");
        }
    }

    @Test
    @DisplayName("M02 the pages end, and every row of the source is among their rows or their problems")
    void accounts() {
        metrics().ifPresent(sample -> accounts(sample, metricsPages(sample.request())));
        orders().ifPresent(sample -> accounts(sample, orderPages(sample.request())));
    }

    @Test
    @DisplayName("M03 asked again, it gives the same pages")
    void repeatable() {
        metrics().ifPresent(sample -> assertEquals(metricsPages(sample.request()), metricsPages(sample.request())));
        orders().ifPresent(sample -> assertEquals(orderPages(sample.request()), orderPages(sample.request())));
    }

    @Test
    @DisplayName("M04 readings are of the slot and the subjects that were asked for, and name their source")
    void readings() {
        metrics().ifPresent(sample -> {
            for (Reading reading : rows(metricsPages(sample.request()))) {
                assertEquals(sample.request().slot(), reading.slot());
                assertTrue(
                        sample.request().subjects().contains(reading.subject()),
                        () -> reading.subject() + " was not asked for");
                assertFalse(reading.source().isBlank(), () -> "a reading without a source: " + reading);
            }
        });
    }

    @Test
    @DisplayName("M05 asked for no subject, it has no reading")
    void noSubjects() {
        metrics().ifPresent(sample -> {
            MetricsRequest all = sample.request();
            MetricsRequest none = new MetricsRequest(all.store(), all.plan(), all.slot(), List.of());
            assertEquals(List.of(), rows(metricsPages(none)));
        });
    }

    @Test
    @DisplayName("M06 a row of a feed of whole orders is an order: no order comes twice")
    void grain() {
        orders().ifPresent(sample -> {
            OrderFeed feed = marketplace.orders().orElseThrow();
            assertEquals(feed.grain(), feed.grain());
            List<String> orders = rows(orderPages(sample.request())).stream()
                    .map(OrderLine::orderId)
                    .toList();
            assertFalse(orders.stream().anyMatch(String::isBlank), "an order without an id");
            if (feed.grain() == OrderFeed.Grain.ORDER) {
                assertEquals(orders.stream().distinct().toList(), orders);
            }
        });
    }

    @Test
    @DisplayName("M07 many threads that ask at once get what one gets")
    void manyThreads() throws Exception {
        if (metrics().isPresent()) {
            MetricsRequest request = metrics().get().request();
            allEqual(metricsPages(request), () -> metricsPages(request));
        }
        if (orders().isPresent()) {
            OrdersRequest request = orders().get().request();
            allEqual(orderPages(request), () -> orderPages(request));
        }
    }

    private static <T> void allEqual(T expected, java.util.concurrent.Callable<T> read) throws Exception {
        for (T found : Threads.together(
                IntStream.range(0, 4).mapToObj(i -> Threads.work(read)).toList())) {
            assertEquals(expected, found);
        }
    }
}
