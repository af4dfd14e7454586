package io.storeops.adapter.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.storeops.StoreFixture;
import io.storeops.spi.tck.StorageContract;
import io.storeops.spi.tck.StorageProcess;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A server behind pools, one a handle: the storage is closed and opened again, the database stays. */
abstract class ServerContract extends StorageContract {
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final TestServer server;
    private String url = "";

    ServerContract(TestServer server) {
        this.server = server;
    }

    @Override
    protected List<Table<?>> moduleTables() {
        return StoreFixture.tables();
    }

    @Override
    protected Storage open(Clock clock, List<Table<?>> tables) {
        try {
            url = TestDatabase.urlOfNewPlace(server);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return storage(tables);
    }

    @Override
    protected Optional<Storage> reopen(Clock clock, List<Table<?>> tables) {
        return Optional.of(storage(tables));
    }

    @Override
    protected Optional<Storage> openAnother(Clock clock, List<Table<?>> tables) {
        return Optional.of(storage(tables));
    }

    private Storage storage(List<Table<?>> tables) {
        HikariDataSource pool = TestDatabase.pooled(url);
        pools.add(pool);
        return JdbcStorage.on(pool, tables);
    }

    @Override
    protected Optional<StorageProcess> otherProcess() {
        return Optional.of(new StorageProcess(Elsewhere.class, url));
    }

    @Override
    protected boolean hasOwnTime() {
        return true;
    }

    @AfterEach
    void closePools() {
        pools.forEach(HikariDataSource::close);
    }

    /** Opens the same place on the server in another process. */
    private static final class Elsewhere implements StorageProcess.Opener {
        @Override
        public Storage open(Clock clock, List<Table<?>> tables, String place) {
            return JdbcStorage.on(TestDatabase.pooled(place), tables);
        }
    }
}
