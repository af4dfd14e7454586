package io.storeops.adapter.csv.storage;

import io.storeops.StoreFixture;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.tck.StorageContract;
import io.storeops.spi.tck.StorageProcess;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class CsvStorageContractTest extends StorageContract {
    @TempDir
    Path root;

    private Path folder;

    @Override
    protected List<Table<?>> moduleTables() {
        return StoreFixture.tables();
    }

    @Override
    protected Storage open(Clock clock, List<Table<?>> tables) {
        try {
            folder = Files.createTempDirectory(root, "store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return storage(clock, tables, folder);
    }

    @Override
    protected Optional<Storage> reopen(Clock clock, List<Table<?>> tables) {
        return Optional.of(storage(clock, tables, folder));
    }

    @Override
    protected Optional<StorageProcess> otherProcess() {
        return Optional.of(new StorageProcess(Elsewhere.class, folder.toString()));
    }

    /** Opens the folder in a process that the kit kills. */
    private static final class Elsewhere implements StorageProcess.Opener {
        @Override
        public Storage open(Clock clock, List<Table<?>> tables, String place) {
            return storage(clock, tables, Path.of(place));
        }
    }

    private static Storage storage(Clock clock, List<Table<?>> tables, Path folder) {
        CsvStorageProvider provider = new CsvStorageProvider();
        // Often enough that every rule sees rows from tables and from the journal.
        Map<String, String> settings = Map.of("directory", folder.toString(), "checkpointEvery", "5");
        return provider.create(
                AdapterConfig.of("csv", provider.configKeys(), settings), AdapterContext.of(clock, tables, folder));
    }
}
