package io.storeops.adapter.jdbc.sharding;

import io.storeops.adapter.jdbc.JdbcStorage;
import io.storeops.spi.tck.StorageContract;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The kit over two servers: the storage is closed and opened again, the servers stay. */
class ShardedContractTest extends StorageContract {
    private static Shards shards;
    private static List<Table<?>> declared = List.of();

    @Override
    protected Storage open(Clock clock, List<Table<?>> tables) {
        try {
            if (!tables.equals(declared)) {
                shards = Shards.of(tables);
                declared = tables;
            }
            Storage storage = JdbcStorage.on(shards.source(), tables);
            shards.clear();
            return storage;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Optional<Storage> reopen(Clock clock, List<Table<?>> tables) {
        return Optional.of(JdbcStorage.on(shards.source(), tables));
    }

    @Override
    protected Optional<Storage> openAnother(Clock clock, List<Table<?>> tables) {
        return reopen(clock, tables);
    }

    @Override
    protected boolean hasOwnTime() {
        return true;
    }
}
