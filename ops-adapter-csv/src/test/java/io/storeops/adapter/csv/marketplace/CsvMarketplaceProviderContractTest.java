package io.storeops.adapter.csv.marketplace;

import io.storeops.spi.AdapterProvider;
import io.storeops.spi.tck.ProviderContract;
import java.nio.file.Path;
import java.util.Map;

class CsvMarketplaceProviderContractTest extends ProviderContract {
    @Override
    protected AdapterProvider<?> provider() {
        return new CsvMarketplaceProvider();
    }

    @Override
    protected Map<String, String> settings(Path directory) {
        return Map.of("path", "orders.csv", "profile", "tmall-orders");
    }
}
