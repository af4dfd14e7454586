package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Changes;
import io.storeops.storage.Column;
import io.storeops.storage.CommitId;
import io.storeops.storage.Cursor;
import io.storeops.storage.Key;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Versioned;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private TestDatabase database;
    private Storage storage;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.inMemory();
        storage = database.storage();
    }

    @AfterEach
    void close() throws SQLException {
        storage.close();
        database.close();
    }

    private void insert(String commit, Thing... things) {
        storage.commit(Changes.of(S1, CommitId.of(commit)).append(Thing.TABLE, List.of(things)));
    }

    @Nested
    class Unread {
        private final Query<Thing> query = Query.of(Thing.TABLE, S1).without(Thing.DETAIL);

        @Test
        void whatNobodyLooksAtIsNotReadAndAllElseIs() {
            Thing whole = Thing.of("T1", 1);
            insert("C1", whole);
            List<Thing> found = new ArrayList<>();
            try (Scan<Versioned<Thing>> scan = storage.scan(query)) {
                scan.forEachRemaining(row -> found.add(row.value()));
            }
            assertEquals(List.of(without(whole)), found);
            assertEquals(
                    List.of(new Versioned<>(without(whole), 1)),
                    storage.select(query).items());
            assertEquals(Optional.of(new Versioned<>(whole, 1)), storage.find(Thing.TABLE, Key.of(S1, "T1")));
        }

        private static Thing without(Thing whole) {
            return new Thing(
                    whole.store(),
                    whole.id(),
                    whole.count(),
                    whole.price(),
                    whole.at(),
                    whole.day(),
                    whole.open(),
                    Json.ofNull(),
                    whole.note(),
                    whole.weight(),
                    whole.until());
        }

        @Test
        void onlyJsonCanBeLeftUnread() {
            Query<Thing> all = Query.of(Thing.TABLE, S1);
            assertThrows(IllegalArgumentException.class, () -> all.without(Thing.COUNT));
            assertThrows(IllegalArgumentException.class, () -> all.without(Column.json("other", "of no table")));
        }

        @Test
        void aQueryOfLessIsAnotherOne() {
            assertNotEquals(Query.of(Thing.TABLE, S1), query);
            assertEquals(Query.of(Thing.TABLE, S1).without(Thing.DETAIL), query);
        }
    }

    @Nested
    class Plans {
        static Stream<Query<Thing>> queries() {
            Query<Thing> state = Query.of(Thing.TABLE, S1, "by_state");
            Thing last = Thing.of("T5", 1);
            List<Query<Thing>> queries = List.of(
                    Query.of(Thing.TABLE, S1),
                    Query.of(Thing.TABLE, S1).from("T2").to("T8"),
                    Query.of(Thing.TABLE, S1, "by_day").where(LocalDate.of(2026, 11, 11)),
                    state.where(true).from(Instant.EPOCH),
                    state.where(true));
            return queries.stream()
                    .flatMap(query -> Stream.of(query, query.after(query.cursorAfter(Thing.TABLE.write(last)))))
                    .flatMap(query -> Stream.of(query, query.descendingOrder()));
        }

        @ParameterizedTest
        @MethodSource("queries")
        void readOnlyTheRowsOfThePageInTheOrderOfTheIndex(Query<Thing> query) throws SQLException {
            TableSql sql = new TableSql(Thing.TABLE, new SqlNames("\"", true), new Values(new H2Dialect()));
            try (Connection connection = database.source().getConnection();
                    PreparedStatement statement = sql.page(query).prepare(explaining(connection));
                    ResultSet result = statement.executeQuery()) {
                result.next();
                String plan = result.getString(1);

                assertTrue(plan.contains("/* index sorted */"), plan);
                assertFalse(plan.contains("tableScan"), plan);
            }
        }

        private Connection explaining(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> connection.prepareStatement("EXPLAIN " + arguments[0]));
        }
    }

    @Nested
    class Pages {
        @Test
        void ofThousandsOfRowsComeTogetherWhole() {
            List<Thing> things = IntStream.range(0, 2500)
                    .mapToObj(i -> Thing.of("T" + (10_000 + i), i))
                    .toList();
            storage.commit(Changes.of(S1, CommitId.of("c")).append(Thing.TABLE, things));

            List<Thing> read = new ArrayList<>();
            Query<Thing> query = Query.of(Thing.TABLE, S1).limit(1000);
            Page<Versioned<Thing>> page = storage.select(query);
            page.items().forEach(item -> read.add(item.value()));
            while (page.next().isPresent() && read.size() < 5000) {
                page = storage.select(query.after(page.next().get()));
                page.items().forEach(item -> read.add(item.value()));
            }

            assertEquals(things, read);
        }

        @Test
        void ofStoresEndWithoutAnEmptyOne() {
            List<StoreId> expected = IntStream.range(0, Query.DEFAULT_LIMIT + 1)
                    .mapToObj(i -> StoreId.of("S" + (10_000 + i)))
                    .toList();
            expected.forEach(store -> storage.commit(Changes.of(store, CommitId.of("c"))));

            Page<StoreId> first = storage.stores(Optional.empty());
            Page<StoreId> second = storage.stores(first.next());

            assertEquals(expected.subList(0, Query.DEFAULT_LIMIT), first.items());
            assertEquals(expected.subList(Query.DEFAULT_LIMIT, expected.size()), second.items());
            assertEquals(Optional.empty(), second.next());
        }
    }

    @Nested
    class Scans {
        @Test
        void seeOneMomentSoThatARowThatMovesIsSeenOnce() {
            Thing early = Thing.of("T1", 1);
            insert("c1", early, Thing.of("T2", 2), Thing.of("T3", 3));
            List<String> seen = new ArrayList<>();
            try (Scan<Versioned<Thing>> scan = storage.scan(Query.of(Thing.TABLE, S1, "by_price"))) {
                seen.add(scan.next().value().id());
                Thing moved = new Thing(
                        S1,
                        "T1",
                        1,
                        new BigDecimal("99"),
                        early.at(),
                        early.day(),
                        true,
                        early.detail(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                storage.commit(Changes.of(S1, CommitId.of("c2")).replace(Thing.TABLE, moved, 1));
                scan.forEachRemaining(thing -> seen.add(thing.value().id()));

                assertThrows(NoSuchElementException.class, scan::next);
            }

            assertEquals(List.of("T1", "T2", "T3"), seen);
        }

        @Test
        void giveTheirConnectionBackWhenClosedEarly() {
            insert("c1", Thing.of("T1", 1), Thing.of("T2", 2));
            List<String> calls = new ArrayList<>();
            Storage watched = JdbcStorage.on(
                    database.watched(new TestDatabase.Watch() {
                        @Override
                        public void after(String method) {
                            if (method.equals("getConnection") || method.equals("close")) {
                                calls.add(method);
                            }
                        }
                    }),
                    Thing.TABLES);
            calls.clear();

            Scan<Versioned<Thing>> scan = watched.scan(Query.of(Thing.TABLE, S1));
            scan.next();
            assertEquals(List.of("getConnection"), calls);
            scan.close();

            assertEquals(List.of("getConnection", "close"), calls);
        }
    }

    @Nested
    class Refusals {
        @Test
        void ofKeysThatAreNotTheTables() {
            assertEquals(
                    "The key of thing is [store_id TEXT, id TEXT], not [S1, 7]",
                    assertThrows(IllegalArgumentException.class, () -> storage.find(Thing.TABLE, Key.of(S1, 7L)))
                            .getMessage());
            assertEquals(
                    "The key of thing is [store_id TEXT, id TEXT], not [S1]",
                    assertThrows(IllegalArgumentException.class, () -> storage.find(Thing.TABLE, Key.of(S1)))
                            .getMessage());
        }

        @Test
        void ofCursorsOfAnotherQuery() {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> storage.select(Query.of(Thing.TABLE, S1).after(new Cursor("1:x"))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1E-1001", "1E+1000"})
        void ofDecimalsThatWouldNotBeKeptExactly(String price) {
            Thing thing = Thing.of("T1", 1);
            Thing extreme = new Thing(
                    S1,
                    "T1",
                    1,
                    new BigDecimal(price),
                    thing.at(),
                    thing.day(),
                    true,
                    thing.detail(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

            assertThrows(IllegalArgumentException.class, () -> insert("c", extreme));
            assertTrue(storage.committed(S1, CommitId.of("c")).isEmpty());
        }

        @Test
        void ofJsonThatWasChangedOutside() throws SQLException {
            insert("c", Thing.of("T1", 1));
            database.execute("update storeops_thing set detail = '{' where id = 'T1'");

            StorageException refused =
                    assertThrows(StorageException.class, () -> storage.find(Thing.TABLE, Thing.key("T1")));

            assertTrue(
                    refused.getMessage().startsWith("Column thing.detail was changed outside: "), refused.getMessage());
        }
    }

    @Test
    void theDatabasesTimeHasMicrosecondsAndMovesOn() {
        Instant first = storage.now(S1);
        Instant committed = storage.commit(Changes.of(S1, CommitId.of("c"))).at();
        Instant last = storage.now(S1);

        assertEquals(first, first.truncatedTo(ChronoUnit.MICROS));
        assertFalse(committed.isBefore(first));
        assertFalse(last.isBefore(committed));
        assertEquals(
                committed, storage.committed(S1, CommitId.of("c")).orElseThrow().at());
    }

    @Test
    void onlyTheStoreThatIsAskedForAnswers() {
        insert("c", Thing.of("T1", 1));
        StoreId other = StoreId.of("S10");
        assertTrue(
                storage.select(Query.of(Thing.TABLE, StoreId.of("s1"))).items().isEmpty());
        assertTrue(storage.find(Thing.TABLE, Key.of(other, "T1")).isEmpty());
    }
}
