package io.storeops.adapter.jdbc.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.Marketplace;
import io.storeops.adapter.jdbc.TestServer;
import io.storeops.calendar.SettableClock;
import io.storeops.feed.Extract;
import io.storeops.feed.FeedPage;
import io.storeops.feed.Period;
import io.storeops.feed.RowProblem;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped configuration {@code plain-orders} against the tables that it speaks of. */
class PlainOrdersTest {
    static final String TABLES = """
            CREATE TABLE orders (order_no VARCHAR(20) PRIMARY KEY, shop VARCHAR(20), paid_at TIME0, status VARCHAR(20), buyer BIGINT);
            CREATE TABLE order_items (order_no VARCHAR(20), line_no INT, item VARCHAR(20), quantity INT,
              amount DECIMAL(12, 2), refunded DECIMAL(12, 2));
            """;

    private static final String ROWS = """
            INSERT INTO orders VALUES ('A1', 'S1', '2024-06-16 08:10:00', 'PAID', 7);
            INSERT INTO order_items VALUES ('A1', 1, 'mug', 2, 25.80, 0);
            INSERT INTO order_items VALUES ('A1', 2, 'bowl', 1, 10, 10.00);
            INSERT INTO orders VALUES ('A2', 'S1', '2024-06-16 08:20:00', 'CANCELLED', 7);
            INSERT INTO order_items VALUES ('A2', 1, 'mug', 1, 12.90, 0);
            INSERT INTO orders VALUES ('A3', 'S1', '2024-06-16 08:30:00', 'ON HOLD', 8);
            INSERT INTO order_items VALUES ('A3', 1, 'mug', 1, 12.90, 0);
            INSERT INTO orders VALUES ('A4', 'S1', '2024-06-16 08:40:00', 'PAID', 9);
            INSERT INTO orders VALUES ('A5', 'S2', '2024-06-16 08:50:00', 'PAID', 9);
            INSERT INTO order_items VALUES ('A5', 1, 'mug', 1, 12.90, 0);
            INSERT INTO orders VALUES ('A6', 'S1', '2024-06-15 23:59:59', 'PAID', 9);
            INSERT INTO order_items VALUES ('A6', 1, 'mug', 1, 12.90, 0);
            INSERT INTO orders VALUES ('A7', 'S1', '2024-06-16 09:00:00', 'SHIPPED', 8);
            INSERT INTO order_items VALUES ('A7', 1, 'mug', 1, 12.90, 12.90);
            """;

    private static final Instant MIDNIGHT = Instant.parse("2024-06-15T16:00:00Z");

    @TempDir
    private Path folder;

    static Stream<TestServer> servers() {
        return TestServer.all();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readsTheLinesOfTheStoreInThePeriod(TestServer server) {
        try (Erp erp = Erp.on(server).run(TABLES).run(ROWS);
                Marketplace marketplace = erp.open(
                        folder, Map.of("feeds", "plain-orders", "zone", "Asia/Shanghai"), SettableClock.at(Erp.NOW))) {
            OrderFeed feed = marketplace.orders().orElseThrow();
            assertEquals(OrderFeed.Grain.LINE, feed.grain());
            assertEquals(
                    Set.of(Metric.AMOUNT, Metric.ORDERS, Metric.REFUNDED, Metric.UNITS, Metric.BUYERS), feed.carries());
            FeedPage<OrderLine> page = feed.read(
                    new OrdersRequest(Erp.SHANGHAI, MIDNIGHT, MIDNIGHT.plusSeconds(86_400)), Optional.empty());
            assertEquals(
                    List.of(
                            "A1 mug 2024-06-16T00:10:00Z 2580 0 2",
                            "A1 bowl 2024-06-16T00:10:00Z 1000 1000 1",
                            "A2 mug - 1290 0 1",
                            "A7 mug 2024-06-16T01:00:00Z 1290 1290 1"),
                    page.rows().stream().map(PlainOrdersTest::shown).toList());
            // The same buyer is the same word, another is another, and none is what the table says.
            List<String> buyers =
                    page.rows().stream().map(line -> line.buyer().orElseThrow()).toList();
            assertEquals(buyers.get(0), buyers.get(2));
            assertEquals(2, Set.copyOf(buyers).size());
            assertEquals(List.of(), buyers.stream().filter(ROWS::contains).toList());
            assertEquals(
                    List.of(
                            new RowProblem(
                                    "plain-orders orders",
                                    4,
                                    Optional.of("status"),
                                    "order 'A3': 'ON HOLD' is none of [CANCELLED, FINISHED, PAID, PENDING, SHIPPED], and what it means is"
                                            + " not guessed (orders.status)",
                                    Optional.of(Period.at(Instant.parse("2024-06-16T00:30:00Z")))),
                            new RowProblem(
                                    "plain-orders orders",
                                    5,
                                    Optional.of("amount"),
                                    "order 'A4': the value is missing",
                                    Optional.of(Period.at(Instant.parse("2024-06-16T00:40:00Z"))))),
                    page.problems());
            assertEquals(
                    Optional.of(new Extract("plain-orders orders", List.of(new Period(MIDNIGHT, Erp.NOW)))),
                    page.extract());
        }
    }

    private static String shown(OrderLine line) {
        return line.orderId() + " " + line.itemId().orElse("-") + " "
                + line.paidAt().map(Instant::toString).orElse("-") + " " + line.grossMinor() + " "
                + line.refundedMinor()
                + " " + line.units().orElse(-1);
    }
}
