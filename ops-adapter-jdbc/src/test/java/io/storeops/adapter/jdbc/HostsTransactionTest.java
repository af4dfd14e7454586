package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.failure.FaultKind;
import io.storeops.id.StoreId;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Versioned;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code insert; duty.record(...)} in one transaction of the host: nothing of the host's is lost or committed early. */
@DisplayName("In a host's transaction a storage in its database")
class HostsTransactionTest {
    private static final String REFUSED =
            "The DataSource gave a connection whose auto-commit is off, so its transaction is somebody else's, and nothing"
                    + " was done on it. Give JdbcStorage.on connections of its own, with auto-commit on; to work inside the"
                    + " transactions of a host, use JdbcStorage.joining. Open either outside of a transaction";

    private static Changes insert(String id) {
        return Changes.of(S1, CommitId.of(id)).insert(Thing.TABLE, Thing.of(id, 1));
    }

    private static Storage joining(Host host) {
        return JdbcStorage.joining(host.aware(), Thing.TABLES, host::afterCommit);
    }

    private static List<String> things(Storage storage) {
        return storage.select(Query.of(Thing.TABLE, S1)).items().stream()
                .map(thing -> thing.value().id())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#all")
    void isRefusedIfItWasNotAskedToJoin(TestServer server) throws Exception {
        try (TestDatabase database = TestDatabase.on(server)) {
            Host host = new Host(database.source());
            Storage storage = JdbcStorage.on(host.aware(), Thing.TABLES);
            host.transact(() -> {
                host.order("A");
                for (Runnable call : List.<Runnable>of(
                        () -> storage.commit(insert("1")),
                        () -> things(storage),
                        () -> storage.blobs().orElseThrow().put(S1, new byte[] {1}),
                        () -> storage.scan(Query.of(Thing.TABLE, S1)),
                        () -> JdbcStorage.on(host.aware(), Thing.TABLES),
                        () -> joining(host))) {
                    StorageException refused = assertThrows(StorageException.class, call::run);
                    assertEquals(REFUSED, refused.getMessage());
                    assertEquals(FaultKind.INVALID, refused.kind());
                }
                return true;
            });
            assertEquals(List.of("A"), database.rows("SELECT id FROM erp_order"));
            storage.commit(insert("2"));
            assertEquals(List.of("2"), things(storage));
        }
    }

    /** The plain source gives another connection: two transactions, of which neither ends the other. */
    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#all")
    void isOnItsOwnBehindAPlainDataSource(TestServer server) throws Exception {
        try (TestDatabase database = TestDatabase.on(server)) {
            Host host = new Host(database.source());
            Storage storage = JdbcStorage.on(database.source(), Thing.TABLES);
            assertThrows(
                    IllegalStateException.class,
                    () -> host.transact(() -> {
                        host.order("A");
                        storage.commit(insert("1"));
                        throw new IllegalStateException("the host's own failure");
                    }));
            assertEquals(List.of(), database.rows("SELECT id FROM erp_order"));
            assertEquals(List.of("1"), things(storage));
        }
    }

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#all")
    void isCommittedAndRolledBackWithTheHostIfItJoins(TestServer server) throws Exception {
        try (TestDatabase database = TestDatabase.on(server)) {
            Host host = new Host(database.source());
            Storage storage = joining(host);
            Storage others = JdbcStorage.on(database.source(), Thing.TABLES);
            host.transact(() -> {
                host.order("A");
                assertEquals(1, storage.commit(insert("1")).number());
                assertEquals(List.of("1"), things(storage), "it sees what it did");
                if (server != TestServer.H2) {
                    assertEquals(List.of(), things(others), "nobody else does yet");
                }
                return true;
            });
            assertEquals(List.of("1"), things(others));
            assertThrows(
                    IllegalStateException.class,
                    () -> host.transact(() -> {
                        host.order("B");
                        storage.commit(insert("2"));
                        throw new IllegalStateException("the host's own failure");
                    }));
            assertEquals(List.of("1"), things(others));
            assertEquals(List.of("A"), database.rows("SELECT id FROM erp_order"));
            assertEquals(2, others.commit(insert("3")).number(), "the number was given back");
            assertEquals(3, storage.commit(insert("4")).number(), "outside of a transaction it commits by itself");
        }
    }

    /** A host that catches what went wrong and goes on commits nothing by halves. */
    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#all")
    void undoesWhatFailedAndNothingBefore(TestServer server) throws Exception {
        try (TestDatabase database = TestDatabase.on(server)) {
            Host host = new Host(database.source());
            Storage storage = joining(host);
            storage.commit(insert("1"));
            host.transact(() -> {
                host.order("A");
                storage.commit(insert("2"));
                try (Scan<Versioned<Thing>> scan = storage.scan(Query.of(Thing.TABLE, S1))) {
                    scan.next();
                    storage.commit(insert("3"));
                }
                Changes stale = insert("4").replace(Thing.TABLE, Thing.of("1", 1), 7);
                assertThrows(StaleWriteException.class, () -> storage.commit(stale));
                assertThrows(DuplicateCommitException.class, () -> storage.commit(insert("2")));
                Changes twice = Changes.of(S1, CommitId.of("twice")).insert(Thing.TABLE, Thing.of("2", 1));
                assertThrows(StorageException.class, () -> storage.commit(twice));
                host.order("B");
                return true;
            });
            assertEquals(List.of("A", "B"), database.rows("SELECT id FROM erp_order ORDER BY id"));
            assertEquals(List.of("1", "2", "3"), things(storage));
            assertEquals(4, storage.commit(insert("5")).number());
        }
    }

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#servers")
    void refusesAnIsolationThatWouldLoseUpdates(TestServer server) throws Exception {
        try (TestDatabase database = TestDatabase.on(server)) {
            Host host = new Host(database.source());
            Storage storage = joining(host);
            host.transact(() -> {
                try (Connection connection = host.aware().getConnection()) {
                    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                }
                StorageException refused = assertThrows(StorageException.class, () -> storage.commit(insert("1")));
                assertTrue(refused.getMessage().contains("Begin it at READ COMMITTED"), refused.getMessage());
                return true;
            });
        }
    }

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#all")
    void sendsAMessageAfterTheHostsCommitOnly(TestServer server) throws Exception {
        StoreFixture shop = StoreFixture.open();
        try (TestDatabase database = TestDatabase.on(server)) {
            Host host = new Host(database.source());
            Storage storage = JdbcStorage.joining(host.aware(), StoreFixture.tables(), host::afterCommit);
            StoreOps ops = shop.opened(storage);
            ops.enrol(shop.enrolment(shop.rosterFrom(
                    LocalDate.of(2024, 1, 1), "1", SlotPlan.ofHours(9, 21).boundaries())));
            SlotId slot = StoreFixture.slot(1);
            shop.clock.set(shop.day(StoreFixture.DAY).closes(1).plusSeconds(60));
            assertThrows(
                    IllegalStateException.class,
                    () -> host.transact(() -> {
                        host.order("A");
                        release(shop, ops, slot);
                        throw new IllegalStateException("the host's own failure");
                    }));
            assertEquals(0, shop.channel.attempts().size());
            host.transact(() -> {
                host.order("B");
                release(shop, ops, slot);
                ops.tick(StoreFixture.STORE);
                assertEquals(0, shop.channel.attempts().size(), "before the commit");
                return true;
            });
            assertEquals(1, shop.channel.attempts().size());
            assertEquals(List.of("B"), database.rows("SELECT id FROM erp_order"));
        }
    }

    private static void release(StoreFixture shop, StoreOps ops, SlotId slot) {
        SlotReporting duty = ops.deskOf(StoreFixture.OPERATOR).reporting();
        duty.record(StoreFixture.STORE, List.of(shop.reading(1, 100, 10, 1)));
        duty.release(StoreFixture.STORE, slot);
    }

    /** The first commits of a store meet on one key, of which one has to begin again within the host's transaction. */
    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#servers")
    void beginsAStoreTogetherWithOthers(TestServer server) throws Exception {
        try (TestDatabase database = TestDatabase.on(server)) {
            Host host = new Host(database.source());
            Storage storage = joining(host);
            ExecutorService threads = Executors.newFixedThreadPool(3);
            for (int round = 0; round < 20; round++) {
                StoreId store = StoreId.of("round-" + round);
                CyclicBarrier start = new CyclicBarrier(3);
                List<Future<Boolean>> requests = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    String id = round + "-" + i;
                    requests.add(threads.submit(() -> {
                        start.await();
                        return begin(server, host, storage, store, id);
                    }));
                }
                for (Future<Boolean> request : requests) {
                    assertTrue(request.get(60, TimeUnit.SECONDS));
                }
                for (int i = 0; i < 3; i++) {
                    assertTrue(storage.committed(store, CommitId.of(round + "-" + i))
                            .isPresent());
                }
            }
            threads.shutdown();
            assertEquals(List.of("60"), database.rows("SELECT COUNT(*) FROM erp_order"));
        }
    }

    private static boolean begin(TestServer server, Host host, Storage storage, StoreId store, String id)
            throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return host.transact(() -> {
                    host.order(id);
                    storage.commit(Changes.of(store, CommitId.of(id)));
                    storage.blobs().orElseThrow().put(store, new byte[] {1});
                    return true;
                });
            } catch (StorageException e) {
                // MariaDB ends one of such transactions as a deadlock, the host's work included; the host repeats it
                // whole.
                if (server != TestServer.MARIADB || e.kind() != FaultKind.TRANSIENT || attempt == 5) {
                    throw e;
                }
            }
        }
    }

    /** 12 requests at once, each with an order and a commit, on pools that are too small or just large enough. */
    @ParameterizedTest
    @CsvSource({"1, true", "4, true", "1, false", "4, false"})
    void endsOrSaysWhyOnASmallPool(int connections, boolean joins) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestDatabase.urlOfNewPlace(TestServer.POSTGRESQL));
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(1_000);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Host host = new Host(pool);
            Storage storage;
            // Opening takes one connection at a time on PostgreSQL.
            storage = joins ? joining(host) : JdbcStorage.on(pool, Thing.TABLES);
            Map<String, String> ends = new TreeMap<>();
            ExecutorService threads = Executors.newFixedThreadPool(12);
            List<Future<String>> requests = new ArrayList<>();
            for (int i = 1; i <= 12; i++) {
                String id = "r" + i;
                requests.add(threads.submit(() -> request(host, storage, id)));
            }
            for (int i = 1; i <= 12; i++) {
                ends.put("r" + i, requests.get(i - 1).get(60, TimeUnit.SECONDS));
            }
            threads.shutdown();
            List<String> done = ends.entrySet().stream()
                    .filter(end -> end.getValue().equals("done"))
                    .map(Map.Entry::getKey)
                    .toList();
            assertEquals(done, things(storage), "what was done is there, and nothing else: " + ends);
            if (joins && connections == 4) {
                assertEquals(12, done.size(), ends.toString());
            }
            ends.values().stream()
                    .filter(end -> !end.equals("done"))
                    .forEach(end -> assertTrue(
                            end.contains("Connection is not available")
                                    || end.contains(
                                            "because the DataSource gave no connection; nothing was changed. If it is a"
                                                    + " pool, all its connections are in use"),
                            end));
        }
    }

    private static String request(Host host, Storage storage, String id) throws Exception {
        try {
            return host.transact(() -> {
                host.order(id);
                storage.commit(insert(id));
                return "done";
            });
        } catch (StorageException | SQLException e) {
            return e.getMessage();
        }
    }
}
