package io.storeops.adapter.html;

import io.storeops.document.DocumentRenderer;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.RendererProvider;
import java.util.List;

/** The renderer {@code html}: {@link HtmlRenderer}. There is nothing to be set. */
public final class HtmlRendererProvider implements RendererProvider {
    /** For ServiceLoader. */
    public HtmlRendererProvider() {}

    @Override
    public String name() {
        return "html";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return List.of();
    }

    @Override
    public DocumentRenderer create(AdapterConfig config, AdapterContext context) {
        return new HtmlRenderer();
    }
}
