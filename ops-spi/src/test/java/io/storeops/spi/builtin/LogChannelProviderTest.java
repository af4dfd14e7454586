package io.storeops.spi.builtin;

import io.storeops.spi.AdapterProvider;
import io.storeops.spi.tck.ProviderContract;
import java.nio.file.Path;
import java.util.Map;

class LogChannelProviderTest extends ProviderContract {
    @Override
    protected AdapterProvider<?> provider() {
        return new LogChannelProvider();
    }

    @Override
    protected Map<String, String> settings(Path directory) {
        return Map.of("logger", "shop.messages");
    }
}
