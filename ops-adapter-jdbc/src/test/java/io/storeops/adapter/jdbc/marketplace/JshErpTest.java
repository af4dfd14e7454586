package io.storeops.adapter.jdbc.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.Marketplace;
import io.storeops.adapter.jdbc.TestServer;
import io.storeops.calendar.SettableClock;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import io.storeops.listing.BookPrice;
import io.storeops.listing.PriceBookRequest;
import io.storeops.listing.StockLevel;
import io.storeops.listing.StockRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped configuration {@code jsherp} against tables of the columns that it reads, with the names and types that jshERP publishes. */
class JshErpTest {
    private static final String TABLES = """
            CREATE TABLE jsh_depot_head (id BIGINT PRIMARY KEY, type VARCHAR(50), sub_type VARCHAR(50), number VARCHAR(50),
              oper_time TIME0, organ_id BIGINT, change_amount DECIMAL(24, 6), status VARCHAR(1), link_number VARCHAR(50),
              tenant_id BIGINT, delete_flag VARCHAR(1));
            CREATE TABLE jsh_material (id BIGINT PRIMARY KEY, name VARCHAR(100), tenant_id BIGINT, delete_flag VARCHAR(1));
            CREATE TABLE jsh_material_extend (id BIGINT PRIMARY KEY, material_id BIGINT, bar_code VARCHAR(50), sku VARCHAR(50),
              commodity_decimal DECIMAL(24, 6), default_flag VARCHAR(1), tenant_id BIGINT, delete_flag VARCHAR(1));
            CREATE TABLE jsh_material_current_stock (id BIGINT PRIMARY KEY, material_id BIGINT, depot_id BIGINT,
              current_number DECIMAL(24, 6), tenant_id BIGINT, delete_flag VARCHAR(1));
            """;

    private static final String ROWS = """
            INSERT INTO jsh_depot_head VALUES (1, '出库', '零售', 'LSCK1', '2024-06-16 08:10:00', 60, 22.000000, '0', NULL, 7, '0');
            INSERT INTO jsh_depot_head VALUES (2, '出库', '销售', 'XSCK2', '2024-06-16 08:20:00', 58, 44.500000, '1', 'XSDD9', 7, '0');
            INSERT INTO jsh_depot_head VALUES (3, '入库', '销售退货', 'XSTH3', '2024-06-17 10:00:00', 58, -11.000000, '1', 'XSCK2', 7, '0');
            INSERT INTO jsh_depot_head VALUES (4, '入库', '零售退货', 'LSTH4', '2024-06-16 08:30:00', 60, -5.000000, '0', NULL, 7, '0');
            INSERT INTO jsh_depot_head VALUES (5, '出库', '零售', 'LSCK5', '2024-06-16 08:40:00', NULL, 30.000000, '9', NULL, 7, '0');
            INSERT INTO jsh_depot_head VALUES (6, '出库', '零售', 'LSCK6', '2024-06-16 08:50:00', NULL, 30.000000, '0', NULL, 7, '1');
            INSERT INTO jsh_depot_head VALUES (7, '出库', '零售', 'LSCK7', '2024-06-16 08:50:00', NULL, 30.000000, '0', NULL, 8, '0');
            INSERT INTO jsh_depot_head VALUES (8, '出库', '调拨', 'DBCK8', '2024-06-16 08:50:00', NULL, 30.000000, '0', NULL, 7, '0');
            INSERT INTO jsh_depot_head VALUES (9, '出库', '零售', 'LSCK9', '2024-06-16 08:55:00', NULL, 10.005000, '0', NULL, 7, '0');
            INSERT INTO jsh_depot_head VALUES (10, '入库', '零售退货', 'LSTH10', '2024-06-16 08:58:00', 60, -3.000000, '1', 'GONE', 7, '0');
            INSERT INTO jsh_material VALUES (1, '商品1', 7, '0');
            INSERT INTO jsh_material VALUES (2, '商品2', 7, '0');
            INSERT INTO jsh_material VALUES (3, '商品3', 8, '0');
            INSERT INTO jsh_material_extend VALUES (1, 1, '6901', NULL, 12.900000, '1', 7, '0');
            INSERT INTO jsh_material_extend VALUES (2, 1, '6901-10', NULL, 120.000000, '0', 7, '0');
            INSERT INTO jsh_material_extend VALUES (3, 2, '6902', '', 9.990000, '1', 7, '0');
            INSERT INTO jsh_material_extend VALUES (4, 3, '6903', NULL, 1.000000, '1', 8, '0');
            INSERT INTO jsh_material_current_stock VALUES (1, 1, 14, 7.000000, 7, '0');
            INSERT INTO jsh_material_current_stock VALUES (2, 1, 15, 2.000000, 7, '0');
            INSERT INTO jsh_material_current_stock VALUES (3, 2, 14, 1.500000, 7, '0');
            INSERT INTO jsh_material_current_stock VALUES (4, 3, 14, 9.000000, 8, '0');
            """;

    @TempDir
    private Path folder;

    static Stream<TestServer> servers() {
        return TestServer.all();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readsBillsWithWhatCameBackStockAndPrices(TestServer server) {
        try (Erp erp = Erp.on(server).run(TABLES).run(ROWS);
                Marketplace marketplace = erp.open(
                        folder,
                        Map.of("feeds", "jsherp", "parameters", "{\"tenant\": 7}"),
                        SettableClock.at(Erp.NOW))) {
            Instant midnight = Instant.parse("2024-06-15T16:00:00Z");
            FeedPage<OrderLine> orders = marketplace
                    .orders()
                    .orElseThrow()
                    .read(new OrdersRequest(Erp.SHANGHAI, midnight, midnight.plusSeconds(86_400)), Optional.empty());
            assertEquals(
                    List.of(
                            "LSCK1 2024-06-16T00:10:00Z 2200 0 false",
                            "XSCK2 2024-06-16T00:20:00Z 4450 1100 false",
                            "LSTH4 2024-06-16T00:30:00Z 0 500 true",
                            "LSCK5 - 3000 0 false",
                            "LSTH10 2024-06-16T00:58:00Z 0 300 true"),
                    orders.rows().stream()
                            .map(line -> line.orderId() + " "
                                    + line.paidAt().map(Instant::toString).orElse("-") + " " + line.grossMinor() + " "
                                    + line.refundedMinor() + " " + line.cancels())
                            .toList());
            assertEquals(
                    List.of(
                            "jsherp orders:5 column gross: order 'LSCK9': '10.005000' is not an amount of CNY (expected at most 2"
                                    + " decimals, and 64 bits in minor units)"),
                    orders.problems().stream().map(RowProblem::toString).toList());
            FeedPage<StockLevel> stock =
                    marketplace.stock().orElseThrow().read(new StockRequest(Erp.SHANGHAI), Optional.empty());
            assertEquals(List.of(new StockLevel("6901", 9)), stock.rows());
            assertEquals(
                    List.of("jsherp stock:2 column units: '6902': '1.500000' is not a whole number of 64 bits"),
                    stock.problems().stream().map(RowProblem::toString).toList());
            FeedPage<BookPrice> prices =
                    marketplace.priceBook().orElseThrow().read(new PriceBookRequest(Erp.SHANGHAI), Optional.empty());
            assertEquals(
                    List.of(
                            new BookPrice("6901", 1_290, Optional.empty()),
                            new BookPrice("6902", 999, Optional.empty())),
                    prices.rows());
            assertEquals(List.of(), prices.problems());
        }
    }
}
