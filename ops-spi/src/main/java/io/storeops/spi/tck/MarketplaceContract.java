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
import io.storeops.health.HealthReading;
import io.storeops.health.HealthRequest;
import io.storeops.health.HealthValue;
import io.storeops.inspection.PenaltyRule;
import io.storeops.inspection.RuleKey;
import io.storeops.position.HealthRules;
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
 * A port that the marketplace has needs a sample, and one that has none must be absent.
 */
@SuppressWarnings("exports") // JUnit is there for those who extend the kit, and for nobody else
@DisplayName("A marketplace")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class MarketplaceContract {
    private static final int MOST_PAGES = 100_000;

    private Marketplace marketplace;

    /** For the adapter's test. */
    protected MarketplaceContract() {}

    /** Gives one page of the answer to a question. */
    private interface Feed<Q, R> {
        FeedPage<R> read(Q request, Optional<FeedCursor> after);
    }

    /** A port, and the questions it takes. */
    private record Port<Q, R>(String name, Class<Q> question, Function<Marketplace, Optional<Feed<Q, R>>> feed) {
        List<FeedPage<R>> pages(Marketplace marketplace, Q request) {
            Feed<Q, R> read = feed.apply(marketplace).orElseThrow();
            return MarketplaceContract.pages(after -> read.read(request, after));
        }
    }

    private static final Port<MetricsRequest, Reading> METRICS = new Port<>(
            "metrics()",
            MetricsRequest.class,
            marketplace -> marketplace.metrics().map(feed -> feed::read));

    private static final Port<OrdersRequest, OrderLine> ORDERS = new Port<>(
            "orders()", OrdersRequest.class, marketplace -> marketplace.orders().map(feed -> feed::read));

    private static final Port<HealthRequest, HealthReading> HEALTH = new Port<>(
            "health()", HealthRequest.class, marketplace -> marketplace.health().map(feed -> feed::read));

    private static final List<Port<?, ?>> PORTS = List.of(METRICS, ORDERS, HEALTH);

    /**
     * A question whose answer is known.
     *
     * @param <Q> the kind of question, {@link MetricsRequest}, {@link OrdersRequest} or {@link HealthRequest}: it tells the port that is asked
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

    @BeforeEach
    final void openMarketplace() throws Exception {
        marketplace = open(SettableClock.at(Instant.parse("2024-06-16T01:30:00Z")));
    }

    @AfterEach
    final void closeMarketplace() {
        marketplace.close();
    }

    /** The questions of the samples to a port. */
    private <Q> List<Q> questions(Port<Q, ?> port) {
        return samples(port).stream().map(Sample::request).toList();
    }

    private <Q> List<Sample<Q>> samples(Port<Q, ?> port) {
        List<Sample<Q>> own = new ArrayList<>();
        for (Sample<?> sample : samples()) {
            if (port.question().isInstance(sample.request())) {
                own.add(new Sample<>(port.question().cast(sample.request()), sample.rows(), sample.problems()));
            }
        }
        return own;
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
    @DisplayName("M01 a port that it has is there at every call and has a sample, one that it has not is there at none")
    void presence() {
        for (int i = 0; i < 2; i++) {
            for (Port<?, ?> port : PORTS) {
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
        for (Sample<?> sample : samples()) {
            assertTrue(
                    PORTS.stream().anyMatch(port -> port.question().isInstance(sample.request())),
                    () -> "No port takes the sample " + sample);
        }
    }

    @Test
    @DisplayName("M02 the pages end, and every row of the source is among their rows or their problems")
    void accounts() {
        PORTS.forEach(this::accounts);
    }

    private <Q, R> void accounts(Port<Q, R> port) {
        samples(port).forEach(sample -> accounts(sample, port.pages(marketplace, sample.request())));
    }

    @Test
    @DisplayName("M03 asked again, it gives the same pages")
    void repeatable() {
        PORTS.forEach(this::repeatable);
    }

    private <Q, R> void repeatable(Port<Q, R> port) {
        for (Q request : questions(port)) {
            assertEquals(port.pages(marketplace, request), port.pages(marketplace, request));
        }
    }

    @Test
    @DisplayName("M04 readings are of the slot and the subjects that were asked for, and name their source")
    void readings() {
        for (MetricsRequest request : questions(METRICS)) {
            for (Reading reading : rows(METRICS.pages(marketplace, request))) {
                assertEquals(request.slot(), reading.slot());
                assertTrue(
                        request.subjects().contains(reading.subject()), () -> reading.subject() + " was not asked for");
                assertFalse(reading.source().isBlank(), () -> "a reading without a source: " + reading);
            }
        }
    }

    @Test
    @DisplayName("M05 asked for no subject, it has no reading")
    void noSubjects() {
        for (MetricsRequest all : questions(METRICS)) {
            MetricsRequest none = new MetricsRequest(all.store(), all.plan(), all.slot(), List.of());
            assertEquals(List.of(), rows(METRICS.pages(marketplace, none)));
        }
    }

    @Test
    @DisplayName("M06 a row of a feed of whole orders is an order: no order comes twice")
    void grain() {
        for (OrdersRequest request : questions(ORDERS)) {
            OrderFeed feed = marketplace.orders().orElseThrow();
            assertEquals(feed.grain(), feed.grain());
            List<String> orders = rows(ORDERS.pages(marketplace, request)).stream()
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
        for (Port<?, ?> port : PORTS) {
            manyThreads(port);
        }
    }

    private <Q, R> void manyThreads(Port<Q, R> port) throws Exception {
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
        for (HealthRequest request : questions(HEALTH)) {
            for (HealthReading reading : rows(HEALTH.pages(marketplace, request))) {
                Class<? extends HealthValue> kind = kind(request, reading.indicator());
                assertTrue(
                        kind.isInstance(reading.value()),
                        () -> reading.indicator() + " takes a value " + kind.getSimpleName() + ": " + reading);
            }
        }
    }

    private static Class<? extends HealthValue> kind(HealthRequest request, RuleKey given) {
        if (given.equals(PenaltyRule.KEY)) {
            return HealthValue.InForce.class;
        }
        HealthRules.Indicator indicator = request.indicators().stream()
                .filter(each -> new RuleKey(each.category(), each.metric()).equals(given))
                .findFirst()
                .orElseThrow(() -> new AssertionError(given + " was not asked for"));
        return indicator.kind() == HealthRules.Kind.SPEND ? HealthValue.Spent.class : HealthValue.Counted.class;
    }
}
