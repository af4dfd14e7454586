package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.FaultKind;
import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Committed;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Query;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("io.storeops.adapter.jdbc.TestServer#all")
class CommitTest {
    @Parameter
    TestServer server;

    private TestDatabase database;
    private Storage storage;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.on(server);
        storage = database.storage();
    }

    @AfterEach
    void close() throws SQLException {
        storage.close();
        database.close();
    }

    /** Every row of a batch of 100 in the full run, some in the quick one. */
    static IntStream rows() {
        return Full.run() ? IntStream.rangeClosed(1, 100) : IntStream.of(1, 2, 50, 99, 100);
    }

    private static Changes changes(String id) {
        return Changes.of(S1, CommitId.of(id));
    }

    @Nested
    class AllOrNothing {
        @ParameterizedTest
        @MethodSource("io.storeops.adapter.jdbc.CommitTest#rows")
        void oneRowOfABatchThatExistsLeavesNothingBehind(int failing) {
            storage.commit(changes("before").insert(Thing.TABLE, Thing.of("T" + failing, 7)));
            storage.commit(changes("again").replace(Thing.TABLE, Thing.of("T" + failing, 8), 1));
            List<Thing> rows = IntStream.rangeClosed(1, 100)
                    .mapToObj(i -> Thing.of("T" + i, i))
                    .toList();
            Changes batch = changes("batch")
                    .append(Thing.TABLE, rows)
                    .link(Thing.Line.TABLE, last -> Thing.Line.after(S1, last, "100 rows"));

            StaleWriteException stale = assertThrows(StaleWriteException.class, () -> storage.commit(batch));

            assertEquals(Thing.key("T" + failing), stale.key());
            assertEquals(0, stale.expected());
            assertEquals(2, stale.found());
            assertEquals(1, storage.select(Query.of(Thing.TABLE, S1)).items().size());
            assertTrue(storage.select(Query.of(Thing.Line.TABLE, S1)).items().isEmpty());
            assertTrue(storage.committed(S1, CommitId.of("batch")).isEmpty());
            assertEquals(3, storage.commit(changes("next")).number());
        }

        @Test
        void aFailingLinkLeavesNothingBehind() {
            Changes changes = changes("c")
                    .insert(Thing.TABLE, Thing.of("T1", 1))
                    .link(Thing.Line.TABLE, last -> {
                        throw new IllegalStateException("no line");
                    });

            assertThrows(IllegalStateException.class, () -> storage.commit(changes));

            assertTrue(storage.find(Thing.TABLE, Thing.key("T1")).isEmpty());
            assertTrue(storage.stores(java.util.Optional.empty()).items().isEmpty());
        }

        @Test
        void tellsTheFirstDuplicateWithinABatch() {
            Changes changes = changes("c")
                    .insert(Thing.TABLE, Thing.of("T1", 1))
                    .insert(Thing.TABLE, Thing.of("T2", 1))
                    .insert(Thing.TABLE, Thing.of("T1", 2));

            StaleWriteException stale = assertThrows(StaleWriteException.class, () -> storage.commit(changes));

            assertEquals(
                    "Somebody else was first: thing [S1, T1] is at revision 1, expected absent. Load it again and decide anew",
                    stale.getMessage());
        }

        private String duplicate() {
            return switch (server) {
                case H2 -> "SQLState 23505, code 23505";
                case POSTGRESQL -> "SQLState 23505, code 0";
                case MARIADB -> "SQLState 23000, code 1062";
            };
        }

        @Test
        void aConstraintOfTheEmbedderIsNoStaleWrite() throws SQLException {
            database.execute("create unique index one_count on storeops_thing(" + database.quoted("count") + ")");
            Changes changes =
                    changes("c").insert(Thing.TABLE, Thing.of("T1", 1)).insert(Thing.TABLE, Thing.of("T2", 1));

            StorageException refused = assertThrows(StorageException.class, () -> storage.commit(changes));

            assertFalse(refused instanceof StaleWriteException);
            assertEquals(FaultKind.INVALID, refused.kind());
            assertEquals(
                    "The database could not make commit c of store S1 (" + duplicate() + "); nothing was changed."
                            + " The cause has the database's own words",
                    refused.getMessage());
            assertTrue(storage.find(Thing.TABLE, Thing.key("T1")).isEmpty());
        }
    }

    @Test
    void aRedactionTakesTheScaleOfADecimalTooAndCountsAColumnOnce() throws SQLException {
        storage.commit(changes("c").insert(Thing.TABLE, Thing.of("T1", 1)));
        database.execute("update storeops_thing set note = 'Zhang', weight = 1.5, _weight_scale = 1");

        storage.commit(
                changes("d").redact(Thing.TABLE, Thing.key("T1"), List.of(Thing.WEIGHT, Thing.NOTE, Thing.NOTE)));

        assertEquals(
                List.of("null|null|null|2|2"),
                database.rows("select note, weight, _weight_scale, _revision, _commit_number from storeops_thing"));
        assertEquals(
                Thing.of("T1", 1),
                storage.find(Thing.TABLE, Thing.key("T1")).orElseThrow().value());
    }

    @Nested
    class WhenTheDatabaseFails {
        private Storage over(TestDatabase.Watch watch) {
            return JdbcStorage.on(database.watched(watch), Thing.TABLES);
        }

        @Test
        void aCommitThatNeverArrivedIsUnknownAndTurnsOutAbsent() {
            Storage broken = over(new TestDatabase.Watch() {
                @Override
                public void before(String method, List<Object> arguments) throws SQLException {
                    if (method.equals("commit")) {
                        throw new SQLException("connection reset", "08006");
                    }
                }
            });

            CommitUnknownException unknown = assertThrows(
                    CommitUnknownException.class,
                    () -> broken.commit(changes("c").insert(Thing.TABLE, Thing.of("T1", 1))));

            assertInstanceOf(SQLException.class, unknown.getCause());
            assertTrue(storage.committed(S1, CommitId.of("c")).isEmpty());
            assertTrue(storage.find(Thing.TABLE, Thing.key("T1")).isEmpty());
        }

        @Test
        void aCommitWhoseAnswerWasLostIsUnknownAndTurnsOutPresent() {
            Storage broken = over(new TestDatabase.Watch() {
                @Override
                public void after(String method) throws SQLException {
                    if (method.equals("commit")) {
                        throw new SQLException("connection reset", "08006");
                    }
                }
            });

            assertThrows(
                    CommitUnknownException.class,
                    () -> broken.commit(changes("c").insert(Thing.TABLE, Thing.of("T1", 1))));

            assertEquals(
                    1, storage.committed(S1, CommitId.of("c")).orElseThrow().number());
            DuplicateCommitException repeated = assertThrows(
                    DuplicateCommitException.class,
                    () -> storage.commit(changes("c").insert(Thing.TABLE, Thing.of("T1", 1))));
            assertEquals(1, repeated.first().number());
        }

        /** Fails the statement that takes the store's turn, some times. */
        private final class Undone implements TestDatabase.Watch {
            private final String state;
            private final int times;
            private int failures;

            Undone(String state, int times) {
                this.state = state;
                this.times = times;
            }

            @Override
            public void before(String method, List<Object> arguments) throws SQLException {
                if (method.equals("prepareStatement")
                        && arguments.get(0).toString().startsWith("UPDATE")
                        && failures < times) {
                    failures++;
                    throw new SQLException("secret row values", state);
                }
            }
        }

        @ParameterizedTest
        @CsvSource({"40001, 3", "40P01, 4", "HYT00, 1"})
        void beginsAgainWhatTheDatabaseUndid(String state, int times) {
            Undone undone = new Undone(state, times);

            Committed committed = over(undone).commit(changes("c").insert(Thing.TABLE, Thing.of("T1", 1)));

            assertEquals(1, committed.number());
            assertEquals(times, undone.failures);
        }

        @ParameterizedTest
        @CsvSource({
            "40001, 99, 5, TRANSIENT",
            "08006, 99, 1, TRANSIENT",
            "28000, 99, 1, AUTH",
            "90096, 99, 1, PERMISSION",
            "22001, 99, 1, INVALID"
        })
        void givesUpWithTheKindOfTheFailureAndWithoutTheDriversWords(
                String state, int times, int attempts, FaultKind kind) {
            Undone undone = new Undone(state, times);

            StorageException failure =
                    assertThrows(StorageException.class, () -> over(undone).commit(changes("c")));

            assertEquals(kind, failure.kind());
            assertEquals(attempts, undone.failures);
            assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
            assertTrue(storage.committed(S1, CommitId.of("c")).isEmpty());
        }

        @ParameterizedTest
        @CsvSource({"4, 4", "5, 5"})
        void asksAgainWhereTheListOfSessionsStumblesOverOneThatEnds(int times, int failures) {
            Stumbling stumbling = new Stumbling(times);
            Storage busy = over(stumbling);
            stumbling.failures = 0;
            Changes changes = changes("c").insert(Thing.TABLE, Thing.of("T1", 1));

            if (times < Database.ATTEMPTS) {
                busy.commit(changes);
            } else {
                assertThrows(StorageException.class, () -> busy.commit(changes));
            }

            assertEquals(failures, stumbling.failures);
            assertEquals(
                    times < Database.ATTEMPTS,
                    storage.committed(S1, CommitId.of("c")).isPresent());
        }

        /** Fails as H2 2.4.240 does where another session ends its transaction while all are listed. */
        private static final class Stumbling implements TestDatabase.Watch {
            private final int times;
            private int failures;

            Stumbling(int times) {
                this.times = times;
                this.failures = times;
            }

            @Override
            public void before(String method, List<Object> arguments) throws SQLException {
                if (method.equals("getTransactionIsolation") && failures < times) {
                    failures++;
                    throw new SQLException("General error", "HY000", 50000);
                }
            }
        }

        @Test
        void putsAConnectionBackAsItWas() throws SQLException {
            try (Connection only = database.source().getConnection()) {
                only.setAutoCommit(true);
                only.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                Storage pooled = JdbcStorage.on(alwaysTheSame(only), Thing.TABLES);
                pooled.commit(changes("c").insert(Thing.TABLE, Thing.of("T1", 1)));
                assertThrows(
                        StaleWriteException.class,
                        () -> pooled.commit(changes("d").insert(Thing.TABLE, Thing.of("T1", 1))));
                pooled.find(Thing.TABLE, Thing.key("T1"));

                assertTrue(only.getAutoCommit());
                assertEquals(Connection.TRANSACTION_SERIALIZABLE, only.getTransactionIsolation());
            }
        }

        private DataSource alwaysTheSame(Connection connection) {
            Connection kept = (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            return null;
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            return (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> kept);
        }
    }

    @Nested
    class SideBySide {
        @Test
        void commitsOfOneStoreHaveNumbersWithoutGapsAndChainsWithoutConflict() throws Exception {
            int threads = 4;
            int each = 100;
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            CountDownLatch start = new CountDownLatch(1);
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Storage own = database.storage();
                String name = "t" + t;
                running.add(pool.submit(() -> {
                    start.await();
                    List<Long> numbers = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        numbers.add(own.commit(changes(name + "-" + i)
                                        .link(Thing.Line.TABLE, last -> Thing.Line.after(S1, last, name)))
                                .number());
                    }
                    return numbers;
                }));
            }
            start.countDown();
            TreeSet<Long> numbers = new TreeSet<>();
            for (Future<List<Long>> one : running) {
                numbers.addAll(one.get());
            }
            pool.shutdown();

            List<Long> expected =
                    LongStream.rangeClosed(1, threads * each).boxed().toList();
            assertEquals(expected, List.copyOf(numbers));
            assertEquals(
                    expected,
                    storage.select(Query.of(Thing.Line.TABLE, S1)).items().stream()
                            .map(line -> line.value().number())
                            .toList());
        }

        @Test
        void ofManyWhoReplaceOneRevisionOneWins() throws Exception {
            storage.commit(changes("first").insert(Thing.TABLE, Thing.of("T1", 0)));
            ExecutorService pool = Executors.newFixedThreadPool(4);
            AtomicInteger won = new AtomicInteger();
            AtomicInteger lost = new AtomicInteger();
            for (int round = 1; round <= 25; round++) {
                int revision = round;
                List<Future<?>> running = new ArrayList<>();
                for (int t = 0; t < 4; t++) {
                    String id = round + "-" + t;
                    running.add(pool.submit(() -> {
                        try {
                            storage.commit(changes(id).replace(Thing.TABLE, Thing.of("T1", revision), revision));
                            won.incrementAndGet();
                        } catch (StaleWriteException e) {
                            lost.incrementAndGet();
                        }
                    }));
                }
                for (Future<?> one : running) {
                    one.get();
                }
            }
            pool.shutdown();

            assertEquals(25, won.get());
            assertEquals(75, lost.get());
            assertEquals(
                    26, storage.find(Thing.TABLE, Thing.key("T1")).orElseThrow().revision());
        }

        @Test
        void aStoreThatTwoBeginAtOnceHasTwoCommits() throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            for (int round = 0; round < 20; round++) {
                StoreId store = StoreId.of("new-" + round);
                Future<Committed> one = pool.submit(() -> storage.commit(Changes.of(store, CommitId.of("one"))));
                Future<Committed> two = pool.submit(() -> storage.commit(Changes.of(store, CommitId.of("two"))));
                assertEquals(3, one.get().number() + two.get().number());
            }
            pool.shutdown();
        }
    }
}
