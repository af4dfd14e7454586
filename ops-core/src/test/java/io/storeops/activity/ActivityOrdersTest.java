package io.storeops.activity;

import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.storeops.activity.ActivityEffect.ItemFigures;
import io.storeops.activity.ActivityEffect.Source;
import io.storeops.campaign.Offer;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.position.ActivityRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the orders of a marketplace tell of the time in which an activity ran, from 19:30 to 20:15, and when slots tell instead (D41). */
class ActivityOrdersTest {
    private static final Instant IN = at("11:30:00");
    private static final Instant OUT = at("12:15:00");

    private static Instant at(String utc) {
        return Instant.parse("2024-06-16T" + utc + "Z");
    }

    private static OrderLine line(String order, String item, Instant paid, long minor) {
        return new OrderLine(
                        order,
                        Optional.ofNullable(item),
                        Optional.ofNullable(paid),
                        minor,
                        0,
                        OptionalLong.of(1),
                        false)
                .boughtBy("buyer of " + order);
    }

    private static OrderLine a(String order, long minor) {
        return line(order, "A", IN, minor);
    }

    private static FeedPage<OrderLine> page(OrderLine... lines) {
        return new FeedPage<>(List.of(lines), List.of(), Optional.empty(), Optional.empty(), Coverage.COMPLETE);
    }

    /** A source that gives one page after the other, and what was asked of it. */
    private record Pages(List<FeedPage<OrderLine>> pages, List<OrdersRequest> asked) implements OrderFeed {
        @Override
        public Grain grain() {
            return Grain.LINE;
        }

        @Override
        public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
            asked.add(request);
            int number = after.map(cursor -> Integer.parseInt(cursor.text())).orElse(0);
            FeedPage<OrderLine> page = pages.get(number);
            Optional<FeedCursor> next = number + 1 < pages.size()
                    ? Optional.of(new FeedCursor(String.valueOf(number + 1)))
                    : Optional.empty();
            return new FeedPage<>(page.rows(), page.problems(), next, Optional.empty(), page.coverage());
        }
    }

    /** The effect of an activity on A and B that ran from 19:30 to 20:15, by a source of such pages. */
    private static ActivityEffect effect(List<OrdersRequest> asked, List<FeedPage<OrderLine>> pages) {
        ActivityShop shop = new ActivityShop(new Pages(pages, asked));
        shop.twoItems();
        shop.running(
                "D",
                ActivityPlan.of(
                                ActivityRules.Kind.DAILY,
                                "two",
                                List.of(Offer.of("A"), Offer.of("B")),
                                new ActivityWindow(shop.at("19:30"), shop.at("20:15")))
                        .preparing(List.of()));
        shop.tick("20:15");
        return shop.by(OPERATOR).effect(STORE, "D").orElseThrow();
    }

    private static Figures figures(long minor, long orders, Long units, Long buyers) {
        Figures.Builder figures = Figures.builder().set(Metric.AMOUNT, minor).set(Metric.ORDERS, orders);
        if (units != null) {
            figures.set(Metric.UNITS, units);
        }
        if (buyers != null) {
            figures.set(Metric.BUYERS, buyers);
        }
        return figures.build();
    }

    @Test
    void allPagesAreReadOfTheTimeInWhichItRan() {
        List<OrdersRequest> asked = new ArrayList<>();
        ActivityEffect effect = effect(asked, List.of(page(a("1", 10)), page(a("2", 100))));
        assertEquals(Source.ORDERS, effect.source());
        assertEquals(
                List.of(IN, OUT),
                List.of(effect.during().from(), effect.during().to()));
        assertEquals(
                List.of(new ItemFigures("A", figures(110, 2, 2L, 2L)), new ItemFigures("B", figures(0, 0, 0L, 0L))),
                effect.during().items());
        assertEquals(2, asked.size());
        assertEquals(
                List.of(STORE, IN, OUT),
                List.of(
                        asked.get(1).store().id(),
                        asked.get(1).from(),
                        asked.get(1).to()));
    }

    static Stream<Arguments> counted() {
        OrderLine unitless = new OrderLine("9", Optional.of("A"), Optional.of(IN), 1, 0, OptionalLong.empty(), false)
                .boughtBy("nine");
        OrderLine buyerless = new OrderLine("9", Optional.of("A"), Optional.of(IN), 1, 0, OptionalLong.of(2), false);
        return Stream.of(
                // The start is in the time, the end is not, and what nobody paid is nowhere.
                arguments(
                        List.of(page(
                                a("1", 10),
                                line("2", "A", OUT, 100),
                                line("3", "A", OUT.minusNanos(1_000), 1_000),
                                line("4", "A", IN.minusNanos(1_000), 10_000),
                                line("5", "A", null, 100_000))),
                        figures(1_010, 2, 2L, 2L)),
                // What is taken back is no order.
                arguments(List.of(page(a("1", 10), a("2", 100).cancelling())), figures(10, 1, 1L, 1L)),
                // Two lines of one order of one buyer, and what another item brought.
                arguments(List.of(page(a("1", 10), a("1", 20), line("2", "B", IN, 100))), figures(30, 1, 2L, 1L)),
                // Of an order that states no units or no buyer, the others say nothing together.
                arguments(List.of(page(a("1", 10), unitless)), figures(11, 2, null, 2L)),
                arguments(List.of(page(a("1", 10), buyerless)), figures(11, 2, 3L, null)),
                // Rows that stand on two pages alike count as often as they stand on one of them.
                arguments(List.of(page(a("1", 10)), page(a("1", 10))), figures(10, 1, 1L, 1L)),
                arguments(List.of(page(a("1", 10), a("1", 10)), page(a("1", 10))), figures(20, 1, 2L, 1L)),
                arguments(List.of(page(a("1", 10)), page(a("1", 10), a("1", 10))), figures(20, 1, 2L, 1L)),
                // Of what was paid outside the time nobody needs to know of which item it is.
                arguments(List.of(page(a("1", 10), line("2", null, OUT, 100))), figures(10, 1, 1L, 1L)));
    }

    @ParameterizedTest
    @MethodSource
    void counted(List<FeedPage<OrderLine>> pages, Figures figures) {
        ActivityEffect effect = effect(new ArrayList<>(), pages);
        assertEquals(Source.ORDERS, effect.source());
        assertEquals(new ItemFigures("A", figures), effect.during().items().get(0));
    }

    static Stream<List<FeedPage<OrderLine>>> untold() {
        FeedPage<OrderLine> whole = page(a("1", 10));
        return Stream.of(
                List.of(
                        whole,
                        new FeedPage<>(List.of(), List.of(), Optional.empty(), Optional.empty(), Coverage.PARTIAL)),
                List.of(
                        new FeedPage<>(
                                List.of(a("2", 10)),
                                List.of(new RowProblem("orders.csv", 2, Optional.of("amount"), "is not a number")),
                                Optional.empty(),
                                Optional.empty(),
                                Coverage.COMPLETE),
                        whole),
                List.of(page(a("1", 10), line("2", null, IN, 100))));
    }

    /** If something lacks, or nobody knows of which item an order is, slots tell, which are those from 19:00 to 21:00. */
    @ParameterizedTest
    @MethodSource
    void untold(List<FeedPage<OrderLine>> pages) {
        ActivityEffect effect = effect(new ArrayList<>(), pages);
        assertEquals(Source.SLOTS, effect.source());
        assertEquals(
                List.of(at("11:00:00"), at("13:00:00")),
                List.of(effect.during().from(), effect.during().to()));
    }
}
