package io.storeops.spi.builtin;

import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.StorageProvider;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Storage;
import java.util.List;

/** The storage {@code memory}, which forgets at the end of the process: for tests and trials. */
public final class MemoryStorageProvider implements StorageProvider {
    /** For ServiceLoader. */
    public MemoryStorageProvider() {}

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return List.of();
    }

    @Override
    public Storage create(AdapterConfig config, AdapterContext context) {
        return MemoryStorage.empty(context.clock());
    }
}
