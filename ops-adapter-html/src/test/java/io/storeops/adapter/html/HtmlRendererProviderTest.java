package io.storeops.adapter.html;

import io.storeops.spi.AdapterProvider;
import io.storeops.spi.tck.ProviderContract;
import java.nio.file.Path;
import java.util.Map;

class HtmlRendererProviderTest extends ProviderContract {
    @Override
    protected AdapterProvider<?> provider() {
        return new HtmlRendererProvider();
    }

    @Override
    protected Map<String, String> settings(Path directory) {
        return Map.of();
    }
}
