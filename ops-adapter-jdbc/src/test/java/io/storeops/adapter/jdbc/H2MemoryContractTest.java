package io.storeops.adapter.jdbc;

import io.storeops.StoreFixture;
import io.storeops.spi.tck.StorageContract;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** An embedder's DataSource: the storage is closed and opened again, the database stays. */
class H2MemoryContractTest extends StorageContract {
    private Optional<TestDatabase> database = Optional.empty();

    @Override
    protected List<Table<?>> moduleTables() {
        return StoreFixture.tables();
    }

    @Override
    protected Storage open(Clock clock, List<Table<?>> tables) {
        try {
            closeDatabase();
            database = Optional.of(TestDatabase.inMemory());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return reopen(clock, tables).orElseThrow();
    }

    @Override
    protected Optional<Storage> reopen(Clock clock, List<Table<?>> tables) {
        return database.map(open -> JdbcStorage.on(open.source(), tables));
    }

    @Override
    protected Optional<Storage> openAnother(Clock clock, List<Table<?>> tables) {
        return reopen(clock, tables);
    }

    @Override
    protected boolean hasOwnTime() {
        return true;
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        if (database.isPresent()) {
            database.get().close();
        }
    }
}
