package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.Store;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.Figures;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.health.HealthFeed;
import io.storeops.health.HealthReading;
import io.storeops.health.HealthRequest;
import io.storeops.health.HealthValue;
import io.storeops.id.StoreId;
import io.storeops.inspection.PenaltyRule;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.SpendRule;
import io.storeops.inspection.Tally;
import io.storeops.position.HealthRules;
import java.math.BigDecimal;
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

class MarketplaceContractTest {
    private static final Store STORE =
            new Store(StoreId.of("S1"), "Store", ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"));

    private static final MarketplaceContract.Sample<MetricsRequest> METRICS = new MarketplaceContract.Sample<>(
            new MetricsRequest(
                    STORE,
                    SlotPlan.ofHours(9, 21),
                    SlotId.parse("2024-06-16#09"),
                    List.of(Subject.ofStore(STORE.id()), Subject.ofItem("item-1"), Subject.ofItem("item-2"))),
            3,
            0);

    private static final MarketplaceContract.Sample<OrdersRequest> ORDERS = new MarketplaceContract.Sample<>(
            new OrdersRequest(STORE, Instant.EPOCH, Instant.parse("2024-06-16T01:00:00Z")), 5, 2);

    /** The first score and the first tool of the default roster. */
    private static final MarketplaceContract.Sample<HealthRequest> HEALTH = new MarketplaceContract.Sample<>(
            new HealthRequest(
                    STORE,
                    List.of(
                            HealthRules.DEFAULT.indicators().get(0),
                            HealthRules.DEFAULT.indicators().get(5))),
            3,
            0);

    @Nested
    class OfOrdersAlone extends MarketplaceContract {
        @Override
        protected Marketplace open(Clock clock) {
            return new OrdersOnly();
        }

        @Override
        protected List<Sample<?>> samples() {
            return List.of(ORDERS);
        }
    }

    @Nested
    class OfMetricsAlone extends MarketplaceContract {
        @Override
        protected Marketplace open(Clock clock) {
            return new MetricsOnly();
        }

        @Override
        protected List<Sample<?>> samples() {
            return List.of(METRICS, METRICS);
        }
    }

    @Nested
    class OfHealthAlone extends MarketplaceContract {
        @Override
        protected Marketplace open(Clock clock) {
            return new HealthOnly(HEALTH.request().indicators());
        }

        @Override
        protected List<Sample<?>> samples() {
            return List.of(HEALTH);
        }
    }

    /** Right unless a test has just given it other indicators. */
    static final class HealthCandidate extends MarketplaceContract {
        private static final List<HealthRules.Indicator> RIGHT =
                HEALTH.request().indicators();
        private static List<HealthRules.Indicator> given = RIGHT;

        @Override
        protected Marketplace open(Clock clock) {
            return new HealthOnly(given);
        }

        @Override
        protected List<Sample<?>> samples() {
            return List.of(HEALTH);
        }
    }

    @Nested
    class TheRuleOfHealth {
        private final HealthRules.Indicator score = HealthCandidate.RIGHT.get(0);
        private final HealthRules.Indicator spend = HealthCandidate.RIGHT.get(1);

        @AfterEach
        void leaveTheCandidateRight() {
            HealthCandidate.given = HealthCandidate.RIGHT;
        }

        private static String broken(HealthRules.Indicator... indicators) {
            HealthCandidate.given = List.of(indicators);
            return String.valueOf(BrokenRules.of(HealthCandidate.class).get("M08"));
        }

        @Test
        void findsAValueThatNobodyAskedFor() {
            String said = broken(
                    score,
                    new HealthRules.Indicator(
                            "ELSE", Optional.empty(), spend.name(), spend.kind(), spend.threshold(), spend.counting()));
            assertTrue(said.startsWith("ELSE was not asked for"), said);
        }

        @Test
        void findsAValueOfAnotherKind() {
            String said = broken(
                    score,
                    new HealthRules.Indicator(
                            spend.category(),
                            spend.metric(),
                            spend.name(),
                            score.kind(),
                            score.threshold(),
                            spend.counting()));
            assertTrue(said.startsWith("ZHITONGCHE takes a value Spent"), said);
        }
    }

    /** A value of each indicator that it has, and no penalties. */
    private record HealthOnly(List<HealthRules.Indicator> indicators) implements Marketplace, HealthFeed {
        @Override
        public Optional<HealthFeed> health() {
            return Optional.of(this);
        }

        @Override
        public FeedPage<HealthReading> read(HealthRequest request, Optional<FeedCursor> after) {
            List<HealthReading> rows = new ArrayList<>();
            for (HealthRules.Indicator indicator : indicators) {
                rows.add(reading(
                        new RuleKey(indicator.category(), indicator.metric()),
                        indicator.kind() == HealthRules.Kind.SPEND
                                ? new HealthValue.Spent(
                                        new SpendRule.Spend(Optional.empty(), Optional.empty(), Optional.empty()))
                                : new HealthValue.Counted(Tally.counted(BigDecimal.TEN, 100))));
            }
            rows.add(reading(PenaltyRule.KEY, new HealthValue.InForce(List.of())));
            return new FeedPage<>(rows, List.of(), Optional.empty(), Optional.of(Instant.EPOCH), Coverage.COMPLETE);
        }

        private static HealthReading reading(RuleKey indicator, HealthValue value) {
            return HealthReading.of(STORE.id(), indicator, Instant.EPOCH, value, "test");
        }
    }

    @Nested
    class OfNothing extends MarketplaceContract {
        @Override
        protected Marketplace open(Clock clock) {
            return new Marketplace() {};
        }

        @Override
        protected List<Sample<?>> samples() {
            return List.of();
        }
    }

    /** Right unless a test has just given it other samples, so that nobody is misled who runs it by itself. */
    static final class Candidate extends MarketplaceContract {
        private static final List<Sample<?>> RIGHT = List.of(ORDERS);
        private static List<Sample<?>> given = RIGHT;

        @Override
        protected Marketplace open(Clock clock) {
            return new OrdersOnly();
        }

        @Override
        protected List<Sample<?>> samples() {
            return given;
        }
    }

    @Nested
    class TheFirstRule {
        @AfterEach
        void leaveTheCandidateRight() {
            Candidate.given = Candidate.RIGHT;
        }

        private static String broken(MarketplaceContract.Sample<?>... samples) {
            Candidate.given = List.of(samples);
            return String.valueOf(BrokenRules.of(Candidate.class).get("M01"));
        }

        @Test
        void findsAPortWithoutASample() {
            String said = broken();
            assertTrue(said.startsWith("orders() is there, but samples() has no OrdersRequest"), said);
        }

        @Test
        void findsASampleWithoutAPort() {
            String said = broken(ORDERS, METRICS);
            assertTrue(said.startsWith("There are samples for metrics(), which is absent"), said);
        }

        @Test
        void findsASampleThatNoPortTakes() {
            String said = broken(ORDERS, new MarketplaceContract.Sample<>("anything?", 1, 0));
            assertTrue(said.startsWith("No port takes the sample Sample[request=anything?"), said);
        }
    }

    @Test
    void findsFewerOrMoreRowsThanTheSampleHas() {
        Candidate.given = List.of(ORDERS, new MarketplaceContract.Sample<>(ORDERS.request(), 6, 1));
        try {
            assertEquals(Set.of("M02"), BrokenRules.of(Candidate.class).keySet());
        } finally {
            Candidate.given = Candidate.RIGHT;
        }
    }

    /** A reading for whomever it is asked, one a page. */
    private static final class MetricsOnly implements Marketplace, MetricsFeed {
        @Override
        public Optional<MetricsFeed> metrics() {
            return Optional.of(this);
        }

        @Override
        public FeedPage<Reading> read(MetricsRequest request, Optional<FeedCursor> after) {
            int from = after.map(FeedCursor::text).map(Integer::parseInt).orElse(0);
            int next = from + 1;
            return new FeedPage<>(
                    request.subjects().stream()
                            .skip(from)
                            .limit(1)
                            .map(subject -> new Reading(
                                    subject,
                                    request.slot(),
                                    Instant.EPOCH,
                                    Figures.of(100, 10, 1),
                                    Semantics.CUMULATIVE_DAY,
                                    Quality.ACTUAL,
                                    "test",
                                    Optional.empty()))
                            .toList(),
                    List.of(),
                    next < request.subjects().size()
                            ? Optional.of(new FeedCursor(String.valueOf(next)))
                            : Optional.empty(),
                    Optional.of(Instant.EPOCH),
                    Coverage.COMPLETE);
        }
    }

    /** Seven rows on pages of two, every third of which cannot be read. */
    private static final class OrdersOnly implements Marketplace, OrderFeed {
        @Override
        public Optional<OrderFeed> orders() {
            return Optional.of(this);
        }

        @Override
        public Grain grain() {
            return Grain.ORDER;
        }

        @Override
        public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
            int from = after.map(FeedCursor::text).map(Integer::parseInt).orElse(0);
            List<Integer> lines = List.of(1, 2, 3, 4, 5, 6, 7).subList(from, Math.min(from + 2, 7));
            return new FeedPage<>(
                    lines.stream()
                            .filter(line -> line % 3 != 0)
                            .map(OrdersOnly::order)
                            .toList(),
                    lines.stream()
                            .filter(line -> line % 3 == 0)
                            .map(line -> new RowProblem("orders", line, Optional.empty(), "is unreadable"))
                            .toList(),
                    from + 2 < 7 ? Optional.of(new FeedCursor(String.valueOf(from + 2))) : Optional.empty(),
                    Optional.empty(),
                    Coverage.UNKNOWN);
        }

        private static OrderLine order(int line) {
            return new OrderLine(
                    "order-" + line, Optional.empty(), Optional.of(Instant.EPOCH), 100, 0, OptionalLong.empty(), false);
        }
    }
}
