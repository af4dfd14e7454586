package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.StoreFixture;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.Figures;
import io.storeops.figures.Intake;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderIntake;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.Semantics;
import io.storeops.id.CommandId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersTest {
    /** Orders in memory, a page a row. */
    private static final class Orders implements OrderFeed {
        private final List<OrderLine> rows = new ArrayList<>();
        private final List<OrdersRequest> requests = new ArrayList<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private Grain grain = Grain.ORDER;
        private Coverage coverage = Coverage.COMPLETE;
        private Set<Metric> metrics = Set.of(Metric.AMOUNT, Metric.ORDERS, Metric.REFUNDED, Metric.UNITS);

        @Override
        public Grain grain() {
            return grain;
        }

        @Override
        public Set<Metric> carries() {
            return metrics;
        }

        @Override
        public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
            requests.add(request);
            int at = after.map(cursor -> Integer.parseInt(cursor.text())).orElse(0);
            boolean last = at >= rows.size();
            return new FeedPage<>(
                    last ? List.of() : rows.subList(at, at + 1),
                    last ? problems : List.of(),
                    last ? Optional.empty() : Optional.of(new FeedCursor(Integer.toString(at + 1))),
                    Optional.empty(),
                    last ? coverage : Coverage.PARTIAL);
        }
    }

    private final Orders feed = new Orders();
    private final StoreFixture shop = new StoreFixture.Setup()
            .hours(9, 11)
            .marketplace(new Marketplace() {
                @Override
                public Optional<OrderFeed> orders() {
                    return Optional.of(feed);
                }
            })
            .open();

    @BeforeEach
    void theDayIsOver() {
        shop.clock.set(shop.at(NEXT, "00:00"));
    }

    private void paid(String id, String time, long gross, long refunded) {
        paid(id, shop.at(time), gross, refunded, false);
    }

    private void paid(String id, Instant at, long gross, long refunded, boolean cancels) {
        feed.rows.add(
                new OrderLine(id, Optional.empty(), Optional.of(at), gross, refunded, OptionalLong.of(1), cancels));
    }

    private OrderIntake collect() {
        return shop.operator().collectOrders(STORE, DAY);
    }

    private Figures slotFigures(int number) {
        return shop.book().subjectDays().get(0).slot(number);
    }

    private static Figures sums(long amount, long refunded, long orders, long units) {
        return Figures.builder()
                .set(Metric.AMOUNT, amount)
                .set(Metric.REFUNDED, refunded)
                .set(Metric.ORDERS, orders)
                .set(Metric.UNITS, units)
                .build();
    }

    @Test
    void asksForExactlyTheStoresDay() {
        collect();
        assertEquals(shop.day(DAY).start(), feed.requests.get(0).from());
        assertEquals(shop.day(DAY).end(), feed.requests.get(0).to());
    }

    @Test
    void sumsEachSlotHalfOpenByPaymentTime() {
        paid("1", "00:00", 100, 0);
        paid("2", "08:59:59", 50, 0);
        paid("3", "09:00", 7, 0);
        paid("4", "23:59:59", 11, 0);
        collect();
        assertEquals(sums(150, 0, 2, 2), slotFigures(1));
        assertEquals(sums(7, 0, 1, 1), slotFigures(2));
        assertEquals(sums(11, 0, 1, 1), slotFigures(4));
    }

    @Test
    void areDirectValuesWithoutVisitorsAndBuyers() {
        paid("1", "08:00", 100, 0);
        collect();
        ReadingVersion first = shop.book().readings().get(0);
        assertEquals(Semantics.DELTA, first.reading().semantics());
        assertFalse(slotFigures(1).has(Metric.VISITORS));
        assertEquals(Optional.empty(), slotFigures(1).conversion());
        assertEquals(100, shop.book().subjectDays().get(0).totals().get(Metric.AMOUNT));
    }

    @Test
    void keepsRefundsApartFromWhatWasPaid() {
        paid("1", "08:00", 100, 30);
        collect();
        assertEquals(100, slotFigures(1).get(Metric.AMOUNT));
        assertEquals(30, slotFigures(1).get(Metric.REFUNDED));
        assertEquals(70, slotFigures(1).net().orElseThrow());
    }

    @Test
    void aCancellingLineIsNoOrder() {
        paid("C1", shop.at("08:00"), 0, 30, true);
        collect();
        assertEquals(0, slotFigures(1).get(Metric.ORDERS));
        assertEquals(30, slotFigures(1).get(Metric.REFUNDED));
    }

    @Test
    void countsAnOrderWhoseCancellingLineComesFirst() {
        feed.grain = OrderFeed.Grain.LINE;
        paid("1", shop.at("08:00"), 0, 30, true);
        paid("1", shop.at("08:00"), 100, 0, false);
        collect();
        assertEquals(1, slotFigures(1).get(Metric.ORDERS));
    }

    @Test
    void countsAnOrderOfManyLinesOnce() {
        feed.grain = OrderFeed.Grain.LINE;
        paid("1", "08:00", 100, 0);
        paid("1", "08:00", 20, 0);
        OrderIntake intake = collect();
        assertEquals(sums(120, 0, 1, 2), slotFigures(1));
        assertEquals(new OrderIntake.Count(2, 0, 0, 0), intake.count());
    }

    @Test
    void leavesOutARepeatedOrderAndSaysSo() {
        paid("1", "08:00", 100, 0);
        paid("1", "08:00", 100, 0);
        assertEquals(new OrderIntake.Count(1, 0, 0, 1), collect().count());
        assertEquals(100, slotFigures(1).get(Metric.AMOUNT));
    }

    @Test
    void accountsForEveryRow() {
        paid("1", "08:00", 100, 0);
        paid("1", "08:00", 100, 0);
        paid("2", shop.at(NEXT, "00:00"), 1, 0, false);
        paid("3", shop.day(DAY).start().minusNanos(1), 1, 0, false);
        feed.rows.add(new OrderLine("4", Optional.empty(), Optional.empty(), 9, 0, OptionalLong.empty(), false));
        feed.problems.add(new RowProblem("orders.csv", 7, Optional.of("paid"), "'x' is not a date-time"));
        OrderIntake intake = collect();
        assertEquals(new OrderIntake.Count(1, 2, 1, 1), intake.count());
        assertEquals(
                List.of(new OrderIntake.Covered(
                        "orders",
                        List.of(),
                        Optional.of(new OrderIntake.Payments(
                                shop.day(DAY).start().minusNanos(1), shop.at(NEXT, "00:00"), false)),
                        true)),
                intake.covered());
        assertEquals(feed.rows.size(), intake.count().all());
        assertEquals(
                List.of("orders.csv:7 column paid: 'x' is not a date-time"),
                intake.problems().stream().map(Object::toString).toList());
    }

    @Test
    void showsZeroWhereACompleteSourceHasNoOrder() {
        collect();
        for (int k = 1; k <= 4; k++) {
            assertEquals(0, slotFigures(k).get(Metric.AMOUNT));
        }
    }

    @Test
    void proveNothingByAPaymentLaterThanNow() {
        feed.coverage = Coverage.UNKNOWN;
        paid("1", shop.at(NEXT, "12:00"), 100, 0, false);
        assertEquals(List.of(), collect().intakes());
    }

    @Test
    void areRefusedFromAFeedThatGivesItsOwnCursorBack() {
        OrderFeed endless = new OrderFeed() {
            @Override
            public Grain grain() {
                return Grain.ORDER;
            }

            @Override
            public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
                return new FeedPage<>(
                        List.of(), List.of(), Optional.of(new FeedCursor("again")), Optional.empty(), Coverage.UNKNOWN);
            }
        };
        StoreFixture stuck = new StoreFixture.Setup()
                .marketplace(new Marketplace() {
                    @Override
                    public Optional<OrderFeed> orders() {
                        return Optional.of(endless);
                    }
                })
                .open();
        AdapterException refused =
                assertThrows(AdapterException.class, () -> stuck.operator().collectOrders(STORE, DAY));
        assertEquals(
                "The feed gave its own cursor 'again' back, so it would never end. Mend the adapter",
                refused.getMessage());
    }

    @Test
    void showsNothingOfAnEmptySourceThatCannotTell() {
        feed.coverage = Coverage.UNKNOWN;
        assertEquals(List.of(), collect().intakes());
        assertEquals(List.of(), shop.book().readings());
    }

    @Test
    void dropsNoAmountOfASlotThatHasNoOrderOfItsOwn() {
        feed.grain = OrderFeed.Grain.LINE;
        feed.coverage = Coverage.UNKNOWN;
        paid("1", "08:00", 100, 0);
        paid("1", "11:30", 20, 0);
        collect();
        assertEquals(20, slotFigures(4).get(Metric.AMOUNT));
    }

    @Test
    void leavesOpenSlotsAlone() {
        shop.clock.set(shop.at("09:30"));
        paid("1", "09:10", 100, 0);
        collect();
        assertEquals(0, slotFigures(1).get(Metric.AMOUNT));
        assertTrue(slotFigures(2).none());
    }

    @Test
    void areCollectedAgainEveryHourAndTheLaterLookRules() {
        feed.coverage = Coverage.UNKNOWN;
        shop.clock.set(shop.at("10:05"));
        paid("1", "09:10", 15_000, 0);
        collect();
        assertEquals(Set.of(2), shop.book().subjectDays().get(0).estimated());
        shop.releaseWithGaps(2);
        shop.clock.set(shop.at("11:05"));
        paid("2", "09:55", 700, 0);
        feed.coverage = Coverage.COMPLETE;
        feed.rows.set(
                0,
                new OrderLine(
                        "1",
                        Optional.empty(),
                        Optional.of(shop.at("09:10")),
                        15_000,
                        10_000,
                        OptionalLong.of(1),
                        false));
        assertEquals(
                List.of(Intake.Code.RESTATED),
                collect().intakes().stream()
                        .filter(intake -> intake.reading().slot().number() == 2)
                        .map(Intake::code)
                        .toList());
        assertEquals(sums(15_700, 10_000, 2, 2), slotFigures(2));
        assertEquals(Set.of(), shop.book().subjectDays().get(0).estimated());
        shop.releaseWithGaps(3);
        List<SlotChange> changes = shop.operator().getRelease(STORE, slot(2), 2).changes();
        assertEquals(
                List.of("amount_minor 15000 15700", "orders 1 2", "units 1 2", "refunded_minor 0 10000"),
                changes.stream()
                        .map(change -> change.metric().column() + " " + change.before() + " "
                                + change.now().orElseThrow())
                        .toList());
    }

    @Test
    void neverLetWhatIsProvenGiveWay() {
        shop.clock.set(shop.at("11:05"));
        paid("1", "09:10", 100, 0);
        collect();
        feed.rows.clear();
        feed.coverage = Coverage.UNKNOWN;
        paid("1", "09:10", 50, 0);
        assertEquals(
                List.of(Intake.Code.LESS_PROVEN),
                collect().intakes().stream()
                        .filter(intake -> intake.reading().slot().number() == 2)
                        .map(Intake::code)
                        .toList());
        assertEquals(100, slotFigures(2).get(Metric.AMOUNT));
    }

    @Test
    void areIgnoredTheSecondTime() {
        paid("1", "08:00", 100, 0);
        collect();
        shop.clock.advance(java.time.Duration.ofHours(1));
        assertTrue(collect().intakes().stream().allMatch(intake -> intake.code() == Intake.Code.DUPLICATE));
    }

    @Test
    void areNotReadAgainWhenTheCommandIsRepeated() {
        paid("1", "08:00", 100, 0);
        SlotReporting repeated = shop.ops
                .deskOf(StoreFixture.OPERATOR)
                .under(CommandId.of("orders-1"))
                .reporting();
        assertEquals(1, repeated.collectOrders(STORE, DAY).count().paidInDay());
        int pages = feed.requests.size();
        shop.clock.advance(java.time.Duration.ofHours(1));
        paid("2", "08:30", 900, 0);
        OrderIntake again = repeated.collectOrders(STORE, DAY);
        assertEquals(pages, feed.requests.size());
        assertEquals(0, again.count().all());
        assertEquals(100, slotFigures(1).get(Metric.AMOUNT));
    }

    @Test
    void haveNoUnitsWhereOneRowDoesNotSayThem() {
        paid("1", "08:00", 100, 0);
        feed.rows.add(new OrderLine(
                "2", Optional.empty(), Optional.of(shop.at("08:10")), 100, 0, OptionalLong.empty(), false));
        paid("3", "09:30", 100, 0);
        collect();
        assertFalse(slotFigures(1).has(Metric.UNITS));
        assertEquals(1, slotFigures(2).get(Metric.UNITS));
    }

    @Test
    void haveNoUnitsInAnEmptySlotOfASourceWithoutUnits() {
        feed.rows.add(OrderLine.paid("1", shop.at("08:00"), 100));
        collect();
        assertFalse(slotFigures(1).has(Metric.UNITS));
        assertFalse(slotFigures(2).has(Metric.UNITS));
        assertEquals(0, slotFigures(2).get(Metric.AMOUNT));
    }

    @Test
    void haveNoRefundsWhereTheSourceHasNone() {
        feed.metrics = Set.of(Metric.AMOUNT, Metric.ORDERS);
        paid("1", "08:00", 100, 0);
        collect();
        for (int slot = 1; slot <= 4; slot++) {
            assertEquals(
                    List.of(Metric.AMOUNT, Metric.ORDERS), slotFigures(slot).metrics());
            assertTrue(slotFigures(slot).net().isEmpty());
        }
    }

    @Test
    void thatExceedTheSumsOfADayAreAProblemOfTheirRow() {
        paid("1", "08:00", Long.MAX_VALUE, 0);
        paid("2", "09:10", 1, 0);
        paid("3", "10:10", 0, 5);
        OrderIntake intake = collect();
        assertEquals(
                List.of("orders: with it the day's sum would exceed 64 bits; check the amounts and units of the file"),
                intake.problems().stream().map(RowProblem::toString).toList());
        assertEquals(new OrderIntake.Count(2, 0, 0, 0), intake.count());
        assertTrue(slotFigures(2).none());
        assertEquals(Long.MAX_VALUE, slotFigures(1).get(Metric.AMOUNT));
    }

    @Test
    void areNotMixedWithCounters() {
        shop.clock.set(shop.at("09:00"));
        shop.accept(shop.reading(1, 100, 10, 1));
        theDayIsOver();
        paid("1", "09:10", 100, 0);
        assertEquals(
                List.of(
                        Intake.Code.CONFLICTING,
                        Intake.Code.MIXED_SEMANTICS,
                        Intake.Code.MIXED_SEMANTICS,
                        Intake.Code.MIXED_SEMANTICS),
                collect().intakes().stream().map(Intake::code).toList());
        assertEquals(slot(1), shop.book().readings().get(0).slot());
    }

    @Test
    void needAFeed() {
        AdapterException none = assertThrows(
                AdapterException.class, () -> StoreFixture.open().operator().collectOrders(STORE, DAY));
        assertEquals(FaultKind.UNSUPPORTED, none.kind());
        assertEquals(
                "Store S1 has no order feed; stores that have one: []. Configure a marketplace that has it, or record"
                        + " the readings by hand",
                none.getMessage());
    }

    @Test
    void refuseNegativeAmounts() {
        IllegalArgumentException negative = assertThrows(
                IllegalArgumentException.class,
                () -> new OrderLine("1", Optional.empty(), Optional.empty(), -1, 0, OptionalLong.empty(), false));
        assertEquals(
                "Order 1 has amounts and units of 0 or more, not -1, 0, OptionalLong.empty", negative.getMessage());
    }
}
