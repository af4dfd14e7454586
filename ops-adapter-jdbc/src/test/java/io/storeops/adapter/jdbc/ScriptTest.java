package io.storeops.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbered scripts, the history of what was applied, and the SQL for those who apply it themselves. */
class ScriptTest {
    static Stream<Dialect> dialects() {
        return Dialects.ALL.stream();
    }

    static Stream<TestServer> servers() {
        return TestServer.all();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void theScriptsDefineTheAdaptersOwnTablesAsTheProgramChecksThem(Dialect dialect) {
        Definitions unquoted = new Definitions(dialect, new SqlNames("", false));
        List<String> expected = new ArrayList<>();
        TableShape.ownTables().forEach(table -> expected.addAll(unquoted.of(table)));
        List<String> found = new ArrayList<>();
        Script.of(dialect).forEach(script -> found.addAll(script.statements()));
        assertTrue(found.removeIf(statement -> statement.startsWith("INSERT INTO storeops__migration")));
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theHistorySaysWhatWasAppliedWithItsChecksum(TestServer server) throws SQLException {
        try (TestDatabase database = TestDatabase.on(server)) {
            database.storage().close();
            database.storage().close();

            List<Script> scripts = Script.of(server.dialect());
            assertEquals(
                    List.of(
                            "0|lock|-",
                            "1|V1__history|" + scripts.get(0).checksum(),
                            "2|V2__commits_and_evidence|" + scripts.get(1).checksum(),
                            "3|storeops_thing",
                            "4|storeops_line"),
                    database.rows("select number, name, checksum from storeops__migration order by number").stream()
                            .map(row -> row.contains("|storeops_") ? row.replaceFirst("\\|[0-9a-f]{64}$", "") : row)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whoRanTheSqlHimselfGetsNoFurtherDefinitions(TestServer server) throws SQLException {
        try (TestDatabase database = TestDatabase.on(server)) {
            String all = JdbcStorage.schema(server.name(), Thing.TABLES);
            for (int time = 1; time <= 2; time++) {
                for (String statement : new Script("V9__all", all).statements()) {
                    database.execute(statement);
                }
            }
            try (Storage storage = database.storage()) {
                assertEquals(List.of("1"), database.rows("select count(*) from storeops__migration"));
                storage.commit(Changes.of(Thing.S1, CommitId.of("c")).insert(Thing.TABLE, Thing.of("T1", 1)));
                assertTrue(storage.find(Thing.TABLE, Thing.key("T1")).isPresent());
            }
        }
    }

    @Nested
    class AStart {
        @ParameterizedTest
        @MethodSource("io.storeops.adapter.jdbc.TestServer#all")
        void refusesADatabaseWhoseScriptHadAnotherText(TestServer server) throws SQLException {
            try (TestDatabase database = TestDatabase.on(server)) {
                database.storage().close();
                String other = "0".repeat(64);
                database.execute("update storeops__migration set checksum = '" + other + "' where number = 2");

                StorageException refused = assertThrows(StorageException.class, database::storage);

                assertEquals(
                        "Script V2__commits_and_evidence was applied to this database with another text (SHA-256 "
                                + other
                                + ", here " + Script.of(server.dialect()).get(1).checksum()
                                + "). Use the version of the program that made the database, or a newer one",
                        refused.getMessage());
            }
        }

        @ParameterizedTest
        @MethodSource("io.storeops.adapter.jdbc.TestServer#all")
        void finishesWhatAKilledOneLeftHalfDone(TestServer server) throws SQLException {
            List<String> statements = new ArrayList<>();
            Script.of(server.dialect()).forEach(script -> statements.addAll(script.statements()));
            for (int done = 1; done < statements.size(); done += Full.run() ? 1 : 4) {
                try (TestDatabase database = TestDatabase.on(server)) {
                    for (String statement : statements.subList(0, done)) {
                        database.execute(statement);
                    }
                    try (Storage storage = database.storage()) {
                        assertEquals(
                                1,
                                storage.commit(Changes.of(Thing.S1, CommitId.of("c")))
                                        .number());
                    }
                    assertEquals(
                            List.of("5"), database.rows("select count(*) from storeops__migration"), "after " + done);
                }
            }
        }
    }

    @Test
    void namesThatAreTooLongForADatabaseEndWithTheirHash() {
        String longest = "t".repeat(41);
        TableShape shape = TableShape.of(io.storeops.storage.Table.of(longest, (Thing thing) -> thing.store())
                .column(Thing.ID, Thing::id)
                .column(Thing.DAY, Thing::day)
                .key(Thing.ID)
                .path("a".repeat(41), Thing.DAY)
                .path("a".repeat(40) + "b", Thing.DAY)
                .reads(row -> Thing.of("x", 1)));
        List<String> names =
                shape.indexes().stream().map(TableShape.IndexShape::name).toList();
        assertEquals(2, names.stream().distinct().count());
        names.forEach(name -> assertTrue(name.matches("storeops_t{41}\\$a{3}_[0-9a-f]{8}"), name));
        names.forEach(name -> assertEquals(63, name.length()));
    }
}
