package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.Column;
import io.storeops.storage.CommitId;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    private TestDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.inMemory();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private static Changes changes(String id) {
        return Changes.of(S1, CommitId.of(id));
    }

    @Nested
    class AsTheEmbedderSeesIt {
        @Test
        void everyColumnHasItsTypeAndItsComment() throws SQLException {
            database.storage().close();

            assertEquals(
                    List.of(
                            "STORE_ID|CHARACTER VARYING|NO|the store; decides the shard",
                            "ID|CHARACTER VARYING|NO|the thing's id",
                            "COUNT|BIGINT|NO|pieces",
                            "PRICE|DECFLOAT|NO|the shop's \"price\" in 元; it's exact",
                            "_PRICE_SCALE|BIGINT|NO|digits after the point of price",
                            "AT|TIMESTAMP WITH TIME ZONE|NO|when",
                            "DAY|DATE|NO|on which day",
                            "OPEN|BOOLEAN|NO|whether open",
                            "DETAIL|CHARACTER VARYING|NO|whatever else",
                            "NOTE|CHARACTER VARYING|YES|a remark",
                            "WEIGHT|DECFLOAT|YES|kilograms",
                            "_WEIGHT_SCALE|BIGINT|YES|digits after the point of weight",
                            "UNTIL|TIMESTAMP WITH TIME ZONE|YES|until when",
                            "_REVISION|BIGINT|NO|1 when inserted, one more at each replacement",
                            "_COMMIT_NUMBER|BIGINT|NO|the store's commit that left the row so"),
                    database.rows("select column_name, data_type, is_nullable, remarks from information_schema.columns"
                            + " where table_name = 'STOREOPS_THING' order by ordinal_position"));
        }

        @Test
        void everyAccessPathHasAnIndexThatEndsWithTheKey() throws SQLException {
            database.storage().close();

            assertEquals(
                    List.of(
                            "STOREOPS_THING$BY_DAY|STORE_ID,DAY,ID",
                            "STOREOPS_THING$BY_PRICE|STORE_ID,PRICE,ID",
                            "STOREOPS_THING$BY_STATE|STORE_ID,OPEN,AT,ID"),
                    database.rows(
                            "select index_name, listagg(column_name, ',') within group (order by ordinal_position)"
                                    + " from information_schema.index_columns where table_name = 'STOREOPS_THING'"
                                    + " and index_name like '%$%' group by index_name order by index_name"));
        }

        @Test
        void tablesJoinWithTheEmbeddersOwn() throws SQLException {
            database.execute("create table erp_article(store varchar(20), article varchar(20), title varchar(100))");
            database.execute("insert into erp_article values ('S1', 'T1', '保温杯'), ('S1', 'T2', '雨伞')");
            try (Storage storage = database.storage()) {
                storage.commit(changes("c1").insert(Thing.TABLE, Thing.of("T1", 3)));
                storage.commit(changes("c2").replace(Thing.TABLE, Thing.of("T1", 4), 1));
            }

            assertEquals(
                    List.of("保温杯|4|39.8|2026-11-11|2|2|c2"),
                    database.rows(
                            "select e.title, t.\"COUNT\", 2 * t.price, t.\"DAY\", t._revision, t._commit_number, c.id"
                                    + " from erp_article e"
                                    + " join storeops_thing t on t.store_id = e.store and t.id = e.article"
                                    + " join storeops__commit c on c.store_id = t.store_id and c.number = t._commit_number"));
        }

        @Test
        void keepsNamesInTheCaseThatTheDatabaseGivesToUnquotedOnes() throws SQLException {
            try (TestDatabase lower = TestDatabase.inMemory(";DATABASE_TO_LOWER=TRUE");
                    Storage storage = lower.storage()) {
                storage.commit(changes("c").insert(Thing.TABLE, Thing.of("T1", 3)));

                assertEquals(List.of("T1"), lower.rows("select id from storeops_thing"));
            }
        }
    }

    @Nested
    class WhenOpenedAgain {
        @Test
        void everythingIsThere(@TempDir Path directory) {
            JdbcDataSource file = new JdbcDataSource();
            file.setURL("jdbc:h2:file:" + directory.resolve("store"));
            try (Storage storage = JdbcStorage.on(file, Thing.TABLES)) {
                storage.commit(changes("c").insert(Thing.TABLE, Thing.of("T1", 3)));
            }
            try (Storage storage = JdbcStorage.on(file, Thing.TABLES)) {
                assertEquals(
                        Optional.of(new Versioned<>(Thing.of("T1", 3), 1)), storage.find(Thing.TABLE, Thing.key("T1")));
                assertEquals(
                        1, storage.committed(S1, CommitId.of("c")).orElseThrow().number());
                assertEquals(2, storage.commit(changes("d")).number());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"Asia/Shanghai", "America/St_Johns", "Pacific/Kiritimati"})
        void theZoneOfTheProcessChangesNothing(String zone) {
            TimeZone before = TimeZone.getDefault();
            try (Storage storage = database.storage()) {
                storage.commit(changes("c").insert(Thing.TABLE, Thing.of("T1", 3)));
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                storage.commit(changes("d").insert(Thing.TABLE, Thing.of("T2", 3)));
                assertEquals(
                        Thing.of("T1", 3),
                        storage.find(Thing.TABLE, Thing.key("T1")).orElseThrow().value());
                TimeZone.setDefault(before);
                assertEquals(
                        Thing.of("T2", 3),
                        storage.find(Thing.TABLE, Thing.key("T2")).orElseThrow().value());
            } finally {
                TimeZone.setDefault(before);
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "alter table storeops_thing drop column note" + "| NOTE is missing (expected CHARACTER VARYING)",
                    "alter table storeops_thing add column extra int" + "| EXTRA is not declared (it is INTEGER)",
                    "alter table storeops_thing alter column note varchar(10)"
                            + "| NOTE is CHARACTER VARYING(10) (expected CHARACTER VARYING)",
                    "alter table storeops_thing alter column \"AT\" timestamp(0) with time zone not null"
                            + "| AT is TIMESTAMP(0) WITH TIME ZONE NOT NULL (expected TIMESTAMP(6) WITH TIME ZONE NOT NULL)",
                    "alter table storeops_thing alter column \"COUNT\" set null"
                            + "| COUNT is BIGINT (expected BIGINT NOT NULL)",
                    "alter table storeops_thing drop primary key" + "| the primary key is [] (expected [STORE_ID, ID])"
                })
        void refusesATableThatIsNotAsDeclared(String change, String difference) throws SQLException {
            database.storage().close();
            database.execute(change);

            StorageException refused = assertThrows(StorageException.class, database::storage);

            assertEquals(
                    "Table STOREOPS_THING is not as declared: " + difference
                            + ". Nothing was altered: migrate the table, or use the version of the program that made it",
                    refused.getMessage());
        }

        @Test
        void bringsBackAnIndexThatIsMissing() throws SQLException {
            database.storage().close();
            database.execute("drop index \"STOREOPS_THING$BY_DAY\"");
            database.storage().close();

            assertEquals(
                    List.of("1"),
                    database.rows("select count(*) from information_schema.indexes"
                            + " where index_name = 'STOREOPS_THING$BY_DAY'"));
        }
    }

    @Test
    void manyWhoStartAtOnceOnAnEmptyDatabaseAllSucceed() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        for (int round = 0; round < 10; round++) {
            try (TestDatabase empty = TestDatabase.inMemory()) {
                CyclicBarrier start = new CyclicBarrier(4);
                List<Future<Long>> running = new ArrayList<>();
                for (int t = 0; t < 4; t++) {
                    String id = "c" + t;
                    running.add(pool.submit(() -> {
                        start.await();
                        try (Storage storage = empty.storage()) {
                            return storage.commit(changes(id).insert(Thing.TABLE, Thing.of(id, 1)))
                                    .number();
                        }
                    }));
                }
                long sum = 0;
                for (Future<Long> one : running) {
                    sum += one.get();
                }
                assertEquals(1 + 2 + 3 + 4, sum);
            }
        }
        pool.shutdown();
    }

    @Test
    void refusesADatabaseThatDoesNotCompareByCodePoint() throws SQLException {
        try (TestDatabase collated = TestDatabase.inMemory(";COLLATION=ENGLISH")) {
            assertEquals(
                    "The database does not compare texts by code point ('B' before 'a'), so pages would skip rows."
                            + " Use a database without a collation",
                    assertThrows(StorageException.class, collated::storage).getMessage());
        }
    }

    @Test
    void refusesADatabaseThatTakesAnEmptyTextForNone() throws SQLException {
        try (TestDatabase oracle = TestDatabase.inMemory(";MODE=Oracle")) {
            assertEquals(
                    "The database takes an empty text for none, as H2 does in MODE=Oracle. Use a database without a MODE",
                    assertThrows(StorageException.class, oracle::storage).getMessage());
        }
    }

    @Test
    void refusesADatabaseWithoutEveryCharacter() throws SQLException {
        String url = TestServer.POSTGRESQL.url();
        for (String encoding : List.of("LATIN1", "SQL_ASCII")) {
            String name = "encoded_" + encoding.toLowerCase(Locale.ROOT)
                    + ProcessHandle.current().pid();
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name + " ENCODING '" + encoding
                        + "' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
            }
            DataSource other = TestDatabase.plain(url.replaceFirst("/[a-z0-9_]+\\?", "/" + name + "?"));
            assertEquals(
                    "The database keeps texts in " + encoding + ", which does not have every character. Create it with"
                            + " ENCODING 'UTF8' (and TEMPLATE template0)",
                    assertThrows(StorageException.class, () -> JdbcStorage.on(other, Thing.TABLES))
                            .getMessage());
        }
    }

    @Test
    void tellsOfADataSourceThatOpensAFileAtEachCall(@TempDir Path directory) throws SQLException {
        String file = "jdbc:h2:async:" + directory.resolve("x");
        String told =
                "The DataSource keeps no connection open, so H2 opens and closes its file at each call, which takes far"
                        + " longer than the call. Put a pool before it, or add ;DB_CLOSE_DELAY=-1 to its URL";
        assertEquals(Optional.of(told), new H2Dialect().remark(TestDatabase.plain(file)::getConnection));
        DataSource kept = TestDatabase.plain(file + ";DB_CLOSE_DELAY=10");
        assertEquals(Optional.empty(), new H2Dialect().remark(kept::getConnection));
        try (HikariDataSource pool = TestDatabase.pooled(file)) {
            assertEquals(Optional.empty(), new H2Dialect().remark(pool::getConnection));
        }
        assertEquals(
                "The DataSource keeps no connection open, so H2 forgets the database in memory after each call. Put a pool"
                        + " before it, or add ;DB_CLOSE_DELAY=-1 to its URL",
                assertThrows(
                                StorageException.class,
                                () -> JdbcStorage.on(TestDatabase.plain("jdbc:h2:mem:forgets"), Thing.TABLES))
                        .getMessage());
    }

    @Test
    void refusesADatabaseThatItDoesNotSpeakTo() {
        DatabaseMetaData other = (DatabaseMetaData) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> "Oracle");

        assertEquals(
                "The jdbc storage does not speak 'Oracle'. It speaks [H2, PostgreSQL, MariaDB, MySQL]: pass a DataSource of one of them",
                assertThrows(IllegalArgumentException.class, () -> Dialects.of(other))
                        .getMessage());
    }

    @Nested
    class Names {
        private record Odd(StoreId store, String key, long revision) {}

        private static final Column<String> VALUE = Column.text("value", "a reserved word");
        private static final Column<Long> REVISION = Column.number("revision", "not the adapter's");

        private static Table<Odd> odd(String name) {
            return Table.of(name, Odd::store)
                    .column(VALUE, Odd::key)
                    .column(REVISION, Odd::revision)
                    .key(VALUE)
                    .path("order", REVISION)
                    .reads(row -> new Odd(row.store(), row.get(VALUE), row.get(REVISION)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"store", "commit", "select", "user", "a_by_b", "x01234567890123456789012345678901234567_9"})
        void ofTablesAndColumnsNeverCollideWithWordsOfSqlNorWithTheAdaptersOwn(String name) {
            Table<Odd> table = odd(name);
            Odd odd = new Odd(S1, "'; drop table storeops__store; --", 41);
            try (Storage storage = JdbcStorage.on(database.source(), List.of(table))) {
                storage.commit(changes("c").insert(table, odd));

                assertEquals(Optional.of(new Versioned<>(odd, 1)), storage.find(table, Key.of(S1, odd.key())));
                assertEquals(
                        1,
                        storage.select(Query.of(table, S1, "order").where(41L))
                                .items()
                                .size());
                assertEquals(List.of(S1), storage.stores(Optional.empty()).items());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\"b", "a;b", "a b", "a'b", "a--", "", "Ä", "a\nb", "`a`", "a.b", "a/*", "1a"})
        void thatCouldBeMoreThanNamesAreRefused(String name) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> new SqlNames("\"", true).quoted(name));

            assertTrue(refused.getMessage().startsWith("'" + name + "' is not an SQL name"), refused.getMessage());
        }

        @Test
        void ofTwoDeclarationsMustDiffer() {
            assertEquals(
                    "Two declarations have the name twin. A table is declared once, as a constant, and passed by that"
                            + " constant",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> JdbcStorage.on(database.source(), List.of(odd("twin"), odd("twin"))))
                            .getMessage());
        }

        @Test
        void ofTablesThatWereNotDeclaredAreRefusedWithThoseThatWere() {
            try (Storage storage = database.storage()) {
                assertEquals(
                        "Table other was not declared when the jdbc storage was opened. Declared: [thing, line]",
                        assertThrows(IllegalArgumentException.class, () -> storage.find(odd("other"), Thing.key("x")))
                                .getMessage());
            }
        }
    }
}
