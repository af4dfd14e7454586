package io.storeops.adapter.csv.marketplace;

import io.storeops.spi.AdapterProvider;
import io.storeops.spi.several.SeveralMarketplacesProvider;
import io.storeops.spi.tck.ProviderContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A marketplace of several, here where there are adapters that can be its parts. */
class SeveralMarketplacesProviderContractTest extends ProviderContract {
    @Override
    protected AdapterProvider<?> provider() {
        return new SeveralMarketplacesProvider();
    }

    @Override
    protected Map<String, String> settings(Path directory) throws IOException {
        Files.writeString(directory.resolve("ids.csv"), "kind,ours,platform\nITEM,mug,8812\n");
        return Map.of(
                "parts", """
                        {"shop": {"adapter": "csv", "path": "orders.csv", "profile": "tmall-orders"},
                         "counter": {"adapter": "csv", "path": "items.csv", "profile": "sycm-items"}}
                        """,
                "aliases", "{\"counter\": \"ids.csv\"}",
                "from", "{\"orders\": \"shop\"}");
    }
}
