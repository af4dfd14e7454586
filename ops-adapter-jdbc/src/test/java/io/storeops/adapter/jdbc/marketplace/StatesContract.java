package io.storeops.adapter.jdbc.marketplace;

import io.storeops.Marketplace;
import io.storeops.adapter.jdbc.TestServer;
import io.storeops.health.HealthRequest;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.PriceBookRequest;
import io.storeops.listing.StockRequest;
import io.storeops.position.HealthRules;
import io.storeops.spi.tck.MarketplaceContract;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Every feed that shows a state. Each has rows that are not taken: a missing value, two that contradict each other. */
abstract class StatesContract extends MarketplaceContract {
    static final String TABLES = """
            CREATE TABLE goods (sku VARCHAR(40), item BIGINT, title VARCHAR(80), price BIGINT, shown INT, sellable INT, currency CHAR(5));
            CREATE TABLE scores (seen TIME0, description DECIMAL(5, 3), votes INT, refunds INT, paid INT);
            INSERT INTO goods VALUES ('mug/Red', 1001, '马克杯', 1250, 5, 5, 'CNY');
            INSERT INTO goods VALUES ('mug/Blue', 1001, '马克杯', 1300, 0, NULL, 'CNY');
            INSERT INTO goods VALUES ('bowl', 1002, '碗', 2000, 7, 7, 'CNY');
            INSERT INTO goods VALUES ('bowl', 1002, '碗', 2100, 7, 7, 'CNY');
            INSERT INTO goods VALUES ('vase', 1003, '花瓶', 900, 1, 2, 'USD');
            INSERT INTO scores VALUES ('2024-06-16 09:00:00', 4.85, 310, 7, 400);
            INSERT INTO scores VALUES ('2024-06-15 09:00:00', 4.8, 300, -7, 400);
            """;

    static final String DOCUMENT = """
            {"zone": "Asia/Shanghai",
             "stock": {"select": "SELECT sku, sellable FROM goods ORDER BY sku, price",
               "columns": {"sku": "sku", "units": "sellable"}},
             "priceBook": {"select": "SELECT sku, price, currency FROM goods ORDER BY sku, price", "amounts": "MINOR",
               "columns": {"sku": "sku", "price": "price", "currency": "currency"}},
             "listings": {"select": "SELECT item, sku, title, price, shown, currency FROM goods ORDER BY sku, price", "amounts": "MINOR",
               "columns": {"item": "item", "sku": "sku", "title": "title", "price": "price", "stock": "shown", "currency": "currency"}},
             "health": {"select": "SELECT seen, description, votes, refunds, paid FROM scores WHERE seen <= :localNow ORDER BY seen DESC",
               "columns": {"asOf": "seen"},
               "indicators": [
                 {"category": "DSR", "metric": "DESCRIPTION", "columns": {"value": "description", "sample": "votes"},
                  "definition": "MEAN_OF_VOTES", "window": "P6M"},
                 {"category": "REFUND_RATE", "columns": {"dividend": "refunds", "divisor": "paid"},
                  "definition": "REFUNDS_PER_PAID_ORDER", "window": "P30D"}]}}
            """;

    private final TestServer server;
    private Erp erp;

    @TempDir
    private Path folder;

    StatesContract(TestServer server) {
        this.server = server;
    }

    @Override
    protected Marketplace open(Clock clock) {
        erp = Erp.on(server).run(TABLES);
        return erp.open(folder, DOCUMENT, Map.of(), clock);
    }

    @AfterEach
    void closeTables() {
        erp.close();
    }

    @Override
    protected List<Sample<?>> samples() {
        return List.of(
                // mug/Red, bowl twice the same, vase; mug/Blue has no number.
                new Sample<>(new StockRequest(Erp.SHANGHAI), 3, 1),
                // Both mugs; bowl has two prices, vase another currency.
                new Sample<>(new PriceBookRequest(Erp.SHANGHAI), 2, 3),
                new Sample<>(new ListingsRequest(Erp.SHANGHAI), 2, 3),
                // Both figures of the first row, none of the second.
                new Sample<>(new HealthRequest(Erp.SHANGHAI, HealthRules.DEFAULT.indicators()), 2, 1));
    }
}
