package io.storeops.adapter.jdbc.marketplace;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.storeops.Marketplace;
import io.storeops.adapter.jdbc.TestServer;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableOrdersTest {
    private static final Instant FROM = Instant.parse("2024-06-15T16:00:00Z");
    private static final Instant TO = Instant.parse("2024-06-16T16:00:00Z");
    private static final OrdersRequest DAY = new OrdersRequest(Erp.SHANGHAI, FROM, TO);

    @TempDir
    private Path folder;

    static Stream<TestServer> servers() {
        return TestServer.all();
    }

    private static String document(String zone, String select, String amounts, String covers) {
        return """
                {"zone": "%s", "orders": {"select": "%s", "grain": "ORDER", "basis": "PAID", "amounts": "%s", "covers": "%s",
                 "columns": {"order": "no", "paidAt": "paid_at", "gross": "amount"}}}
                """.formatted(zone, select, amounts, covers);
    }

    private static FeedPage<OrderLine> first(Marketplace marketplace, OrdersRequest request) {
        return marketplace.orders().orElseThrow().read(request, Optional.empty());
    }

    private static List<String> shown(FeedPage<OrderLine> page) {
        return page.rows().stream()
                .map(line -> line.orderId() + " " + line.paidAt().orElseThrow() + " " + line.grossMinor())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aTimeIsComparedInTheConfiguredZoneWhateverItsTypeIs(TestServer server) {
        try (Erp erp = Erp.on(server).run("""
                CREATE TABLE local (no INT, paid_at TIME0, amount INT);
                INSERT INTO local VALUES (1, '2024-06-15 23:59:59', 100);
                INSERT INTO local VALUES (2, '2024-06-16 00:00:00', 200);
                INSERT INTO local VALUES (3, '2024-06-16 23:59:59', 300);
                INSERT INTO local VALUES (4, '2024-06-17 00:00:00', 400);
                """)) {
            for (String parameters :
                    List.of("paid_at >= :from AND paid_at < :to", "paid_at >= :localFrom AND paid_at < :localTo")) {
                String select = "SELECT no, paid_at, amount FROM local WHERE " + parameters + " ORDER BY no";
                try (Marketplace marketplace =
                        erp.open(folder, document("Asia/Shanghai", select, "MINOR", "REQUEST"))) {
                    assertEquals(
                            List.of("2 2024-06-15T16:00:00Z 200", "3 2024-06-16T15:59:59Z 300"),
                            shown(first(marketplace, DAY)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aTimeWithZoneIsItself(TestServer server) {
        boolean maria = server == TestServer.MARIADB;
        try (Erp erp = Erp.on(server)
                .run("CREATE TABLE paid (no INT, paid_at INSTANT0, amount DECIMAL(9, 2))")
                .run(maria ? "SET time_zone = '+00:00'" : "")
                .run("INSERT INTO paid VALUES (1, '2024-06-15 16:00:00" + (maria ? "" : "+00") + "', 1.50)")
                .run("INSERT INTO paid VALUES (2, '2024-06-16 16:00:00" + (maria ? "" : "+00") + "', 2.50)")) {
            String select = "SELECT no, paid_at, amount FROM paid WHERE paid_at >= :from AND paid_at < :to";
            try (Marketplace marketplace = erp.open(folder, document("Asia/Shanghai", select, "MAJOR", "REQUEST"))) {
                assertEquals(List.of("1 2024-06-15T16:00:00Z 150"), shown(first(marketplace, DAY)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aTimeThatTheClocksSkipIsRejectedAndOfOneThatTheyShowTwiceTheEarlierIsMeant(TestServer server) {
        assumeTrue(
                server != TestServer.MARIADB,
                "its tables of zones are empty, and a zone with summer time is refused then");
        Store berlin = Store.of("B1", "Europe/Berlin", "EUR");
        try (Erp erp = Erp.on(server).run("""
                CREATE TABLE local (no INT, paid_at TIME0, amount INT);
                INSERT INTO local VALUES (1, '2024-03-31 02:30:00', 100);
                INSERT INTO local VALUES (2, '2024-10-27 02:30:00', 200);
                """)) {
            String select = "SELECT no, paid_at, amount FROM local ORDER BY no";
            try (Marketplace marketplace = erp.open(folder, document("Europe/Berlin", select, "MINOR", "PAYMENTS"))) {
                FeedPage<OrderLine> page =
                        first(marketplace, new OrdersRequest(berlin, Instant.parse("2024-01-01T00:00:00Z"), TO));
                assertEquals(List.of("2 2024-10-27T00:30:00Z 200"), shown(page));
                assertEquals(
                        List.of(
                                "erp.json orders:1 column paid_at: order '1': '2024-03-31T02:30' does not exist: the clocks of"
                                        + " Europe/Berlin skip it"),
                        page.problems().stream().map(RowProblem::toString).toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatTheStatementGivesBeyondThePeriodIsAProblemAndNotCounted(TestServer server) {
        try (Erp erp = Erp.on(server).run("""
                CREATE TABLE local (no INT, paid_at TIME0, amount INT);
                INSERT INTO local VALUES (1, '2024-06-15 20:00:00', 100);
                """)) {
            String select = "SELECT no, paid_at, amount FROM local WHERE paid_at >= :from OR paid_at < :to";
            try (Marketplace marketplace = erp.open(folder, document("Asia/Shanghai", select, "MINOR", "REQUEST"))) {
                FeedPage<OrderLine> page = first(marketplace, DAY);
                assertEquals(List.of(), page.rows());
                assertTrue(
                        page.problems()
                                .get(0)
                                .reason()
                                .contains(
                                        "is not from 2024-06-15T16:00:00Z to 2024-06-16T16:00:00Z, which was asked for"),
                        page.problems().toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aCursorThatNobodyKeptIsFoundAgainAndOneOfRowsThatChangedIsAConflict(TestServer server) {
        String rows = IntStream.rangeClosed(1, 5_003)
                .mapToObj(i -> "(" + i + ", '2024-06-16 08:00:00', 100)")
                .collect(Collectors.joining(","));
        try (Erp erp = Erp.on(server)
                        .run("CREATE TABLE local (no INT, paid_at TIME0, amount INT)")
                        .run("INSERT INTO local VALUES " + rows);
                Marketplace marketplace = erp.open(
                        folder,
                        document(
                                "Asia/Shanghai",
                                "SELECT no, paid_at, amount FROM local ORDER BY no",
                                "MINOR",
                                "PAYMENTS"))) {
            OrderFeed feed = marketplace.orders().orElseThrow();
            FeedCursor cursor = feed.read(DAY, Optional.empty()).next().orElseThrow();
            FeedPage<OrderLine> rest = feed.read(DAY, Optional.of(cursor));
            assertEquals(
                    List.of("5001", "5002", "5003"),
                    rest.rows().stream().map(OrderLine::orderId).toList());
            assertEquals(Optional.empty(), rest.next());
            assertEquals(rest, feed.read(DAY, Optional.of(cursor)));
            erp.run("UPDATE local SET amount = 101 WHERE no = 17");
            AdapterException conflict = assertThrows(AdapterException.class, () -> feed.read(DAY, Optional.of(cursor)));
            assertEquals(FaultKind.CONFLICT, conflict.kind());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatAFunctionWritesIsRefusedOrUndone(TestServer server) {
        try (Erp erp = Erp.on(server)
                .run("CREATE TABLE local (no INT, paid_at TIME0, amount INT)")
                .run("INSERT INTO local VALUES (1, '2024-06-16 08:00:00', 100)")) {
            switch (server) {
                case H2 -> erp.run("CREATE ALIAS spoil FOR 'io.storeops.adapter.jdbc.marketplace.Spoiler.spoil'");
                case POSTGRESQL ->
                    erp.run(
                            "CREATE FUNCTION spoil(i INT) RETURNS INT AS 'UPDATE local SET amount = 0 RETURNING 1' LANGUAGE SQL");
                case MARIADB ->
                    erp.run(
                            "CREATE FUNCTION spoil(i INT) RETURNS INT BEGIN UPDATE local SET amount = 0; RETURN 1; END");
            }
            String select = "SELECT no, paid_at, amount * spoil(1) AS amount FROM local";
            Executable reading = () -> {
                try (Marketplace marketplace =
                        erp.open(folder, document("Asia/Shanghai", select, "MINOR", "PAYMENTS"))) {
                    first(marketplace, DAY);
                }
            };
            if (server == TestServer.H2) {
                assertDoesNotThrow(reading);
            } else {
                assertThrows(AdapterException.class, reading);
            }
            assertEquals("100", erp.value("SELECT amount FROM local"));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aStatementThatTakesTooLongIsGivenUp(TestServer server) {
        assumeTrue(server != TestServer.MARIADB, "its optimizer leaves out a product of tables that nobody needs");
        String numbers =
                IntStream.rangeClosed(1, 3_000).mapToObj(i -> "(" + i + ")").collect(Collectors.joining(","));
        try (Erp erp = Erp.on(server)
                        .run("CREATE TABLE n (i INT)")
                        .run("INSERT INTO n VALUES " + numbers)
                        .run("CREATE TABLE local (no INT, paid_at TIME0, amount INT)");
                Marketplace marketplace = erp.open(
                        folder,
                        document(
                                "Asia/Shanghai",
                                "SELECT no, paid_at, amount FROM local UNION ALL SELECT 1, MAX(l.paid_at), CAST(COUNT(*) AS INT) FROM n a"
                                        + " JOIN n b ON a.i <> b.i JOIN n c ON c.i <> b.i + a.i LEFT JOIN local l ON l.no = a.i",
                                "MINOR",
                                "PAYMENTS"),
                        Map.of("timeout", "PT1S"),
                        SettableClock.at(Erp.NOW))) {
            AdapterException late = assertThrows(AdapterException.class, () -> first(marketplace, DAY));
            assertEquals(FaultKind.TRANSIENT, late.kind());
            assertTrue(late.getMessage().contains("It took longer than 1 s"), late.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void amountsOfAnotherCurrencyThanTheStoresAreNotRead(TestServer server) {
        try (Erp erp = Erp.on(server).run("CREATE TABLE local (no INT, paid_at TIME0, amount INT)");
                Marketplace marketplace = erp.open(
                        folder,
                        document("Asia/Shanghai", "SELECT no, paid_at, amount FROM local", "MINOR", "PAYMENTS")
                                .replace("{\"zone\"", "{\"currency\": \"USD\", \"zone\""))) {
            AdapterException refusal = assertThrows(AdapterException.class, () -> first(marketplace, DAY));
            assertEquals(
                    "erp.json reads amounts of USD, but store S1 has CNY. Use a configuration of the store's currency",
                    refusal.getMessage());
        }
    }
}
