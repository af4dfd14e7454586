package io.storeops.adapter.excel;

import io.storeops.document.DocumentRenderer;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.RendererProvider;
import java.util.List;

/** The renderer {@code excel}: {@link ExcelRenderer}. There is nothing to be set. */
public final class ExcelRendererProvider implements RendererProvider {
    /** For ServiceLoader. */
    public ExcelRendererProvider() {}

    @Override
    public String name() {
        return "excel";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return List.of();
    }

    @Override
    public DocumentRenderer create(AdapterConfig config, AdapterContext context) {
        return new ExcelRenderer();
    }
}
