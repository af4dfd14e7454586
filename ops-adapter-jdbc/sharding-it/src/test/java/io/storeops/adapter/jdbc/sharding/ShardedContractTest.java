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

    @Override
    protected Storage open(Clock clock, List<Table<?>> tables) {
        try {
            if (shards == null) {
                shards = Shards.of(tables);
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
}
