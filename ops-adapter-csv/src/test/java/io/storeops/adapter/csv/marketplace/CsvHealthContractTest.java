package io.storeops.adapter.csv.marketplace;

import io.storeops.Marketplace;
import io.storeops.health.HealthRequest;
import io.storeops.position.HealthRules;
import io.storeops.spi.tck.MarketplaceContract;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The first row has four figures of five, the second one that is none. */
class CsvHealthContractTest extends MarketplaceContract {
    private static final String ROWS = """
            as_of,description,service,logistics,votes,bad_reviews,reviews,refunds,paid_orders
            2024-06-16 09:00,4.85,4.9,,310,3,120,7,400
            2024-06-15 09:00,4.85,4.9,x,310,3,120,7,400
            """;

    @TempDir
    private Path folder;

    @Override
    protected Marketplace open(Clock clock) {
        return new Exports(folder).file("scores.csv", ROWS).marketplace("scores.csv", "store-scores");
    }

    @Override
    protected List<Sample<?>> samples() {
        return List.of(new Sample<>(new HealthRequest(Exports.SHANGHAI, HealthRules.DEFAULT.indicators()), 4, 1));
    }
}
