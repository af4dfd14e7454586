package io.storeops.examples.bench;

import io.storeops.Marketplace;
import io.storeops.adapter.jdbc.TestServer;
import io.storeops.adapter.jdbc.marketplace.JdbcMarketplaceProvider;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Store;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One million orders of an ERP's table by the marketplace {@code jdbc}, page by page, beside a loop by hand over the same SELECT with the same
 * fetch size that makes the same lines, but pages, checks, problems and what tells that rows have changed; and that keeps the buyer's name.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 4)
@Measurement(iterations = 8)
public class TableOrdersBenchmark {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Store STORE = Store.of("S1", ZONE.getId(), "CNY");
    private static final LocalDateTime BEGIN = LocalDateTime.of(2024, 6, 16, 0, 0);
    private static final OrdersRequest DAY = new OrdersRequest(
            STORE,
            BEGIN.atZone(ZONE).toInstant(),
            BEGIN.plusDays(1).atZone(ZONE).toInstant());
    private static final String SELECT = "SELECT order_no, item, paid_at, status, buyer, quantity, amount, refunded"
            + " FROM sales WHERE shop = %s AND paid_at >= %s AND paid_at < %s";
    private static final String FEEDS = """
            {"zone": "Asia/Shanghai",
             "orders": {"select": "%s", "grain": "LINE", "basis": "PAID", "covers": "REQUEST", "amounts": "MAJOR",
               "columns": {"order": "order_no", "item": "item", "paidAt": "paid_at", "gross": "amount", "refunded": "refunded",
                           "units": "quantity", "buyer": "buyer"},
               "status": {"status": {"counts": ["PAID", "SHIPPED", "FINISHED"], "unpaid": ["PENDING", "CANCELLED"]}}}}
            """;
    private static final int FETCHED = 1_000;

    private static final List<String> COUNTS = List.of("PAID", "SHIPPED", "FINISHED");
    private static final List<String> UNPAID = List.of("PENDING", "CANCELLED");

    @Param({"H2", "POSTGRESQL"})
    TestServer server;

    @Param("1000000")
    int rows;

    private Path folder = Path.of("");
    private String user = "";
    private String url = "";
    private Connection keeper;

    public TableOrdersBenchmark() {}

    @Setup(Level.Trial)
    public void make() throws IOException, SQLException {
        folder = Files.createTempDirectory("feeds");
        Files.writeString(
                folder.resolve("feeds.json"), FEEDS.formatted(SELECT.formatted(":store", ":localFrom", ":localTo")));
        url = server == TestServer.H2 ? "jdbc:h2:mem:erp" : server.url().replaceAll("\\?.*", "");
        user = server == TestServer.H2 ? "" : "postgres";
        keeper = connection();
        try (Statement statement = keeper.createStatement()) {
            statement.execute("CREATE TABLE sales (order_no VARCHAR(20), shop VARCHAR(20), item VARCHAR(20),"
                    + " paid_at TIMESTAMP, status VARCHAR(20), buyer VARCHAR(40), quantity INT,"
                    + " amount DECIMAL(12, 2), refunded DECIMAL(12, 2))");
        }
        keeper.setAutoCommit(false);
        try (PreparedStatement insert =
                keeper.prepareStatement("INSERT INTO sales VALUES (?, 'S1', ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < rows; i++) {
                insert.setString(1, "2024061600" + (10_000_000 + i));
                insert.setString(2, "item-" + i % 500);
                insert.setObject(3, BEGIN.plusSeconds(86_400L * i / rows));
                insert.setString(4, i % 50 == 0 ? "PENDING" : i % 3 == 0 ? "SHIPPED" : "PAID");
                insert.setString(5, "buyer " + i % 400_000);
                insert.setInt(6, 1 + i % 4);
                insert.setBigDecimal(7, BigDecimal.valueOf(990 + i % 20_000, 2));
                insert.setBigDecimal(8, BigDecimal.valueOf(i % 40 == 0 ? 500 : 0, 2));
                insert.addBatch();
                if (i % FETCHED == FETCHED - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        keeper.commit();
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, user, "");
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException, SQLException {
        keeper.close();
        Files.delete(folder.resolve("feeds.json"));
        Files.delete(folder);
    }

    @Benchmark
    public void marketplace(Blackhole hole) {
        JdbcMarketplaceProvider provider = new JdbcMarketplaceProvider();
        Map<String, String> settings = user.isEmpty()
                ? Map.of("url", url, "feeds", "feeds.json")
                : Map.of("url", url, "user", user, "feeds", "feeds.json");
        AdapterContext context =
                AdapterContext.of(SettableClock.at(Instant.parse("2024-07-01T00:00:00Z")), List.of(), folder);
        long taken = 0;
        try (Marketplace marketplace =
                provider.create(AdapterConfig.of("jdbc", provider.configKeys(), settings), context)) {
            OrderFeed orders = marketplace.orders().orElseThrow();
            Optional<FeedCursor> next = Optional.empty();
            do {
                FeedPage<OrderLine> page = orders.read(DAY, next);
                page.rows().forEach(hole::consume);
                taken += page.rows().size();
                next = page.next();
            } while (next.isPresent());
        }
        requireAll(taken);
    }

    @Benchmark
    public void byHand(Blackhole hole) throws SQLException {
        long taken = 0;
        try (Connection connection = connection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(SELECT.formatted("?", "?", "?"))) {
                statement.setFetchSize(FETCHED);
                statement.setString(1, STORE.id().value());
                statement.setObject(2, BEGIN);
                statement.setObject(3, BEGIN.plusDays(1));
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        hole.consume(line(result));
                        taken++;
                    }
                }
            }
            connection.rollback();
        }
        requireAll(taken);
    }

    private static OrderLine line(ResultSet result) throws SQLException {
        String status = result.getString(4);
        boolean unpaid = UNPAID.contains(status);
        if (!unpaid && !COUNTS.contains(status)) {
            throw new IllegalStateException(status);
        }
        return new OrderLine(
                result.getString(1),
                Optional.of(result.getString(2)),
                unpaid
                        ? Optional.empty()
                        : Optional.of(result.getObject(3, LocalDateTime.class)
                                .atZone(ZONE)
                                .toInstant()),
                result.getBigDecimal(7).movePointRight(2).longValueExact(),
                result.getBigDecimal(8).movePointRight(2).longValueExact(),
                OptionalLong.of(result.getLong(6)),
                false,
                0,
                Optional.of(result.getString(5)));
    }

    private void requireAll(long taken) {
        if (taken != rows) {
            throw new IllegalStateException("Of " + rows + " rows " + taken + " were taken");
        }
    }
}
