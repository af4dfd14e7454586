package io.storeops.spi.tck;

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
import io.storeops.id.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;

class MarketplaceContractTest {
    private static final Store STORE =
            new Store(StoreId.of("S1"), "Store", ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"));

    @Nested
    class OfOrdersAlone extends MarketplaceContract {
        @Override
        protected Marketplace open(Clock clock) {
            return new OrdersOnly();
        }

        @Override
        protected Optional<Sample<MetricsRequest>> metrics() {
            return Optional.empty();
        }

        @Override
        protected Optional<Sample<OrdersRequest>> orders() {
            return Optional.of(
                    new Sample<>(new OrdersRequest(STORE, Instant.EPOCH, Instant.parse("2024-06-16T01:00:00Z")), 5, 2));
        }
    }

    @Nested
    class OfMetricsAlone extends MarketplaceContract {
        private final SlotPlan plan = SlotPlan.ofHours(9, 21);
        private final SlotId slot = SlotId.parse("2024-06-16#09");
        private final List<Subject> subjects =
                List.of(Subject.ofStore(STORE.id()), Subject.ofItem("item-1"), Subject.ofItem("item-2"));

        @Override
        protected Marketplace open(Clock clock) {
            return new MetricsOnly();
        }

        @Override
        protected Optional<Sample<MetricsRequest>> metrics() {
            return Optional.of(new Sample<>(new MetricsRequest(STORE, plan, slot, subjects), 3, 0));
        }

        @Override
        protected Optional<Sample<OrdersRequest>> orders() {
            return Optional.empty();
        }
    }

    @Nested
    class OfNothing extends MarketplaceContract {
        @Override
        protected Marketplace open(Clock clock) {
            return new Marketplace() {};
        }

        @Override
        protected Optional<Sample<MetricsRequest>> metrics() {
            return Optional.empty();
        }

        @Override
        protected Optional<Sample<OrdersRequest>> orders() {
            return Optional.empty();
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
