package io.storeops.spi.tck;

import io.storeops.StoreFixture;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

class MemoryStorageContractTest extends StorageContract {
    @Override
    protected Storage open(Clock clock, List<Table<?>> tables) {
        return MemoryStorage.empty(clock);
    }

    @Override
    protected List<Table<?>> moduleTables() {
        return StoreFixture.tables();
    }

    @Override
    protected Optional<Storage> reopen(Clock clock, List<Table<?>> tables) {
        return Optional.empty();
    }
}
