package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.Marketplace;
import io.storeops.StoreFixture;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.figures.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Buyers of orders")
class BuyersOfOrdersTest {
    private static final class Orders implements OrderFeed {
        private final List<OrderLine> rows = new ArrayList<>();
        private Coverage coverage = Coverage.COMPLETE;

        @Override
        public Grain grain() {
            return Grain.ORDER;
        }

        @Override
        public Set<Metric> carries() {
            return Set.of(Metric.AMOUNT, Metric.ORDERS, Metric.BUYERS);
        }

        @Override
        public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
            return new FeedPage<>(rows, List.of(), Optional.empty(), Optional.empty(), coverage);
        }
    }

    private final Orders feed = new Orders();
    private StoreFixture shop = open();

    private StoreFixture open() {
        return new StoreFixture.Setup()
                .hours(9, 11)
                .marketplace(new Marketplace() {
                    @Override
                    public Optional<OrderFeed> orders() {
                        return Optional.of(feed);
                    }
                })
                .open();
    }

    @BeforeEach
    void theDayIsOver() {
        shop.clock.set(shop.at(NEXT, "00:00"));
    }

    private OrderLine order(String id, String time) {
        return OrderLine.paid(id, shop.at(time), 100);
    }

    private void collect() {
        shop.operator().collectOrders(STORE, DAY);
    }

    private OptionalLong inSlot(int slot) {
        return shop.book().subjectDays().get(0).slot(slot).find(Metric.BUYERS);
    }

    private OptionalLong ofTheDay() {
        return shop.book().subjectDays().get(0).totals().find(Metric.BUYERS);
    }

    @Test
    void whoBuysInTwoSlotsIsOneBuyerOfTheDay() {
        feed.rows.add(order("1", "08:00").boughtBy("x"));
        feed.rows.add(order("2", "09:30").boughtBy("x"));
        feed.rows.add(order("3", "09:40").boughtBy("y"));
        collect();
        assertEquals(OptionalLong.of(1), inSlot(1));
        assertEquals(OptionalLong.of(1), inSlot(2));
        assertEquals(OptionalLong.of(0), inSlot(3));
        assertEquals(OptionalLong.of(2), ofTheDay());
    }

    @Test
    void anOrderThatIsTakenBackHasNoBuyer() {
        feed.rows.add(order("1", "08:00").boughtBy("x"));
        feed.rows.add(order("C1", "08:30").boughtBy("y").refunded(100).cancelling());
        collect();
        assertEquals(OptionalLong.of(1), ofTheDay());
    }

    @Test
    void fromARowOnThatDoesNotSayWhoBoughtTheyAreMissingAndNot0() {
        feed.rows.add(order("1", "08:00").boughtBy("x"));
        feed.rows.add(order("2", "09:30"));
        collect();
        assertEquals(OptionalLong.of(1), inSlot(1));
        assertEquals(OptionalLong.empty(), inSlot(2));
        assertEquals(OptionalLong.empty(), inSlot(3));
    }

    @Test
    void aLatePaymentOfAnEarlierSlotRaisesTheCounterFromThereOn() {
        shop.clock.set(shop.at("10:05"));
        feed.rows.add(order("1", "08:00").boughtBy("x"));
        feed.rows.add(order("2", "09:30").boughtBy("y"));
        collect();
        shop.clock.set(shop.at("11:05"));
        feed.rows.add(order("3", "08:40").boughtBy("z"));
        collect();
        assertEquals(OptionalLong.of(2), inSlot(1));
        assertEquals(OptionalLong.of(1), inSlot(2));
        assertEquals(OptionalLong.of(0), inSlot(3));
    }

    /** What is proven of a slot says nothing of the buyers before it. */
    @Test
    void afterASlotThatIsNotProvenTheyAreAnEstimate() {
        feed.coverage = Coverage.UNKNOWN;
        feed.rows.add(order("1", "08:00").boughtBy("x"));
        feed.rows.add(order("2", "09:00").boughtBy("y"));
        feed.rows.add(order("3", "09:59:59").boughtBy("z"));
        collect();
        assertEquals(
                Set.of(Quality.ESTIMATED),
                Set.copyOf(shop.book().readings().stream()
                        .filter(version -> version.reading().figures().has(Metric.BUYERS))
                        .map(version -> version.reading().quality())
                        .toList()));
    }

    /** Beside a count of its own: the buyers up to a slot are the distinct words of the rows up to its end. */
    @Property(tries = 200)
    void areTheDistinctWordsUpToTheEndOfASlot(
            @ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> words,
            @ForAll @Size(value = 20) List<@IntRange(max = 23) Integer> hours) {
        feed.rows.clear();
        shop = open();
        theDayIsOver();
        for (int i = 0; i < words.size(); i++) {
            feed.rows.add(order("o" + i, "%02d:30".formatted(hours.get(i))).boughtBy("w" + words.get(i)));
        }
        collect();
        long total = 0;
        int[] ends = {9, 10, 11, 24};
        for (int slot = 1; slot <= 4; slot++) {
            int end = ends[slot - 1];
            total += inSlot(slot).orElseThrow();
            assertEquals(
                    IntStream.range(0, words.size())
                            .filter(i -> hours.get(i) < end)
                            .mapToObj(words::get)
                            .distinct()
                            .count(),
                    total);
        }
    }
}
