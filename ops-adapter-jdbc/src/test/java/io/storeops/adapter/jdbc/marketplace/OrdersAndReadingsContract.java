package io.storeops.adapter.jdbc.marketplace;

import io.storeops.Marketplace;
import io.storeops.adapter.jdbc.TestServer;
import io.storeops.calendar.SlotId;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.OrdersRequest;
import io.storeops.figures.Subject;
import io.storeops.spi.tck.MarketplaceContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Twelve thousand orders, so that there are three pages; every hundredth cannot be taken. Of the readings one cannot. */
abstract class OrdersAndReadingsContract extends MarketplaceContract {
    private static final int ROWS = 12_000;

    private static final String DOCUMENT = """
            {"zone": "Asia/Shanghai", "currency": "CNY",
             "orders": {
               "select": ["SELECT no, paid_at, state, amount, back, pieces, customer FROM orders",
                          "WHERE shop = :store AND paid_at >= :localFrom AND paid_at < :to ORDER BY no"],
               "grain": "ORDER", "basis": "PAID", "amounts": "MAJOR", "covers": "REQUEST",
               "columns": {"order": "no", "paidAt": "paid_at", "gross": "amount", "refunded": "back",
                           "units": "pieces", "buyer": "customer"},
               "status": {"state": {"counts": ["2", "3"], "unpaid": ["9"]}}},
             "readings": {
               "select": ["SELECT item, visitors, buyers FROM traffic",
                          "WHERE on_day = :date AND seen <= :to ORDER BY item"],
               "semantics": "CUMULATIVE_DAY", "basis": "PAID", "quality": "ACTUAL", "subjectKind": "ITEM",
               "columns": {"subject": "item"},
               "figures": {"visitors": "visitors", "buyers": "buyers"}}}
            """;

    private final TestServer server;
    private Erp erp;

    @TempDir
    private Path folder;

    OrdersAndReadingsContract(TestServer server) {
        this.server = server;
    }

    @Override
    protected Marketplace open(Clock clock) {
        erp = Erp.on(server);
        String rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> "(" + i + ", 'S1', '2024-06-15 10:00:00', " + (i % 100 == 0 ? 7 : 2) + ", 12.50, 0, 1, "
                        + i + ")")
                .collect(Collectors.joining(","));
        erp.run("""
                CREATE TABLE orders (no INT PRIMARY KEY, shop VARCHAR(20), paid_at TIME0, state SMALLINT,
                  amount DECIMAL(12, 2), back DECIMAL(12, 2), pieces INT, customer BIGINT);
                CREATE TABLE traffic (on_day DATE, seen TIME0, item VARCHAR(20), visitors INT, buyers INT);
                INSERT INTO traffic VALUES ('2024-06-16', '2024-06-16 09:00:00', 'A', 60, 1);
                INSERT INTO traffic VALUES ('2024-06-16', '2024-06-16 09:00:00', 'B', 40, -1);
                INSERT INTO traffic VALUES ('2024-06-16', '2024-06-16 09:00:00', 'C', 40, 1);
                INSERT INTO traffic VALUES ('2024-06-16', '2024-06-16 10:00:00', 'A', 90, 2);
                """).run("INSERT INTO orders VALUES " + rows);
        return erp.open(folder, DOCUMENT, Map.of(), clock);
    }

    @AfterEach
    void closeTables() {
        erp.close();
    }

    @Override
    protected List<Sample<?>> samples() {
        return List.of(
                new Sample<>(
                        new OrdersRequest(
                                Erp.SHANGHAI,
                                Instant.parse("2024-06-14T16:00:00Z"),
                                Instant.parse("2024-06-15T16:00:00Z")),
                        ROWS - ROWS / 100,
                        ROWS / 100),
                new Sample<>(
                        new MetricsRequest(
                                Erp.SHANGHAI,
                                Erp.PLAN,
                                SlotId.of(LocalDate.of(2024, 6, 16), 1),
                                List.of(Subject.ofItem("A"), Subject.ofItem("B"))),
                        1,
                        1));
    }
}
