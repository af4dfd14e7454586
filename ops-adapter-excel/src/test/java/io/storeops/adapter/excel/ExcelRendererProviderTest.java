package io.storeops.adapter.excel;

import io.storeops.spi.AdapterProvider;
import io.storeops.spi.tck.ProviderContract;
import java.nio.file.Path;
import java.util.Map;

class ExcelRendererProviderTest extends ProviderContract {
    @Override
    protected AdapterProvider<?> provider() {
        return new ExcelRendererProvider();
    }

    @Override
    protected Map<String, String> settings(Path directory) {
        return Map.of();
    }
}
