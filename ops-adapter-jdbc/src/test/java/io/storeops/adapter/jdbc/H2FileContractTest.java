package io.storeops.adapter.jdbc;

import io.storeops.StoreFixture;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.tck.StorageContract;
import io.storeops.spi.tck.StorageProcess;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A file that the provider opens: closing the storage closes the database. */
class H2FileContractTest extends StorageContract {
    @TempDir
    Path directory;

    @Override
    protected List<Table<?>> moduleTables() {
        return StoreFixture.tables();
    }

    @Override
    protected Storage open(Clock clock, List<Table<?>> tables) {
        return storage(clock, tables, directory);
    }

    private static Storage storage(Clock clock, List<Table<?>> tables, Path directory) {
        JdbcStorageProvider provider = new JdbcStorageProvider();
        return provider.create(
                AdapterConfig.of("jdbc", provider.configKeys(), Map.of("url", "jdbc:h2:./contract")),
                AdapterContext.of(clock, tables, directory));
    }

    @Override
    protected Optional<Storage> reopen(Clock clock, List<Table<?>> tables) {
        return Optional.of(open(clock, tables));
    }

    @Override
    protected boolean hasOwnTime() {
        return true;
    }

    @Override
    protected Optional<StorageProcess> otherProcess() {
        return Optional.of(new StorageProcess(Elsewhere.class, directory.toString()));
    }

    /** Opens the file in a process that the kit kills. */
    private static final class Elsewhere implements StorageProcess.Opener {
        @Override
        public Storage open(Clock clock, List<Table<?>> tables, String place) {
            return storage(clock, tables, Path.of(place));
        }
    }
}
