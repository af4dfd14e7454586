package io.storeops.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.Marketplace;
import io.storeops.adapter.jdbc.marketplace.JdbcMarketplaceProvider;
import io.storeops.catalog.Store;
import io.storeops.feed.FeedRead;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrdersRequest;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders of an ERP that are larger than the heap of the JVM that reads them. H2, in the same process, has no server that streams. */
class OrdersMemoryTest {
    private static final int ROWS = 150_000;
    private static final String HEAP = "24m";
    private static final Instant FROM = Instant.parse("2024-06-16T00:00:00Z");

    private static final String DOCUMENT = """
            {"zone": "UTC", "orders": {
              "select": "SELECT no, paid_at, amount FROM orders WHERE paid_at >= :localFrom AND paid_at < :localTo ORDER BY no",
              "grain": "ORDER", "basis": "PAID", "amounts": "MINOR", "covers": "REQUEST",
              "columns": {"order": "no", "paidAt": "paid_at", "gross": "amount"}}}
            """;

    @TempDir
    private Path directory;

    /** Follows the pages of the orders and tells how many there are, and their sum. */
    public static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) {
            JdbcMarketplaceProvider provider = new JdbcMarketplaceProvider();
            Map<String, String> settings =
                    Map.of("url", arguments[0], "user", arguments[1], "feeds", arguments[2] + "/erp.json");
            AtomicLong rows = new AtomicLong();
            AtomicLong sum = new AtomicLong();
            try (Marketplace marketplace = provider.create(
                    AdapterConfig.of("jdbc", provider.configKeys(), settings),
                    AdapterContext.of(Clock.fixed(FROM, ZoneOffset.UTC), List.of(), Path.of(arguments[2])))) {
                OrderFeed feed = marketplace.orders().orElseThrow();
                OrdersRequest day = new OrdersRequest(Store.of("S1", "UTC", "EUR"), FROM, FROM.plusSeconds(86_400));
                FeedRead.eachPage(after -> feed.read(day, after), page -> {
                    rows.addAndGet(page.rows().size());
                    page.rows().forEach(line -> sum.addAndGet(line.grossMinor()));
                });
            }
            System.out.println(rows + " " + sum);
        }
    }

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#servers")
    void areReadInASmallHeap(TestServer server) throws Exception {
        String url = TestDatabase.urlOfNewPlace(server);
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            String time = server == TestServer.MARIADB ? "DATETIME" : "TIMESTAMP";
            connection
                    .createStatement()
                    .execute("CREATE TABLE orders (no VARCHAR(300) PRIMARY KEY, paid_at " + time + ", amount INT)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO orders VALUES (?, ?, ?)")) {
                for (int i = 1; i <= ROWS; i++) {
                    insert.setString(1, "%0250d".formatted(i));
                    insert.setObject(2, LocalDateTime.of(2024, 6, 16, 8, 0));
                    insert.setInt(3, i % 7);
                    insert.addBatch();
                    if (i % 1_000 == 0) {
                        insert.executeBatch();
                    }
                }
            }
            connection.commit();
        }
        Files.writeString(directory.resolve("erp.json"), DOCUMENT);
        String place = url.replaceAll("\\?.*", "")
                + (url.contains("currentSchema=") ? "?" + url.replaceAll(".*(currentSchema=[a-z0-9_]+).*", "$1") : "");
        String user = url.replaceAll(".*[?&]user=([a-z]+).*", "$1");
        long sum = IntStream.rangeClosed(1, ROWS).mapToLong(i -> i % 7).sum();
        try (ChildProcess reader = ChildProcess.startIn(HEAP, Reader.class, place, user, directory.toString())) {
            assertEquals(ROWS + " " + sum, reader.answer());
        }
    }
}
