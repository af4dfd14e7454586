package io.storeops.spi.builtin;

import io.storeops.spi.AdapterProvider;
import io.storeops.spi.tck.ProviderContract;
import java.nio.file.Path;
import java.util.Map;

class MemoryStorageProviderTest extends ProviderContract {
    @Override
    protected AdapterProvider<?> provider() {
        return new MemoryStorageProvider();
    }

    @Override
    protected Map<String, String> settings(Path directory) {
        return Map.of();
    }
}
