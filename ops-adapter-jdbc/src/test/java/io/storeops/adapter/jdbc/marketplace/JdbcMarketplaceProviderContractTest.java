package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.TestServer;
import io.storeops.spi.AdapterProvider;
import io.storeops.spi.tck.ProviderContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class JdbcMarketplaceProviderContractTest extends ProviderContract {
    private Erp erp;

    @BeforeEach
    void openTables() {
        erp = Erp.on(TestServer.H2).run(PlainOrdersTest.TABLES);
    }

    @AfterEach
    void closeTables() {
        erp.close();
    }

    @Override
    protected AdapterProvider<?> provider() {
        return new JdbcMarketplaceProvider();
    }

    @Override
    protected Map<String, String> settings(Path directory) {
        Map<String, String> settings = new TreeMap<>(erp.place());
        settings.put("feeds", "plain-orders");
        settings.put("zone", "Asia/Shanghai");
        return settings;
    }
}
