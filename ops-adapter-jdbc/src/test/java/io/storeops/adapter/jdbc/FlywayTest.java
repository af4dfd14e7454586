package io.storeops.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published SQL run by Flyway itself gives the schema that the adapter's own migrator makes. */
class FlywayTest {
    @TempDir
    Path folder;

    private static MigrateResult migrate(TestDatabase database, String location) {
        return Flyway.configure()
                .dataSource(database.source())
                .locations(location)
                .table("storeops_flyway")
                .load()
                .migrate();
    }

    private MigrateResult migrate(TestServer server, TestDatabase database, List<Table<?>> tables) throws IOException {
        Files.writeString(folder.resolve("R__storeops.sql"), JdbcStorage.schema(server.name(), tables));
        return migrate(database, "filesystem:" + folder);
    }

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#all")
    void theNumberedScriptsAreAnOrdinaryLocation(TestServer server) throws SQLException {
        try (TestDatabase own = TestDatabase.on(server);
                TestDatabase flyway = TestDatabase.on(server)) {
            own.storage().close();
            MigrateResult result = migrate(
                    flyway,
                    "classpath:io/storeops/adapter/jdbc/migration/"
                            + server.name().toLowerCase(Locale.ROOT));
            assertEquals(Script.of(server.dialect()).size(), result.migrationsExecuted);
            assertEquals(schema(server, own, "storeops\\_\\_%"), schema(server, flyway, "storeops\\_\\_%"));

            // The tables of the duties come from their declarations, at the start.
            flyway.storage().close();
            assertEquals(schema(server, own, "storeops%"), schema(server, flyway, "storeops%"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#all")
    void thePrintedSqlIsARepeatableMigrationAfterWhichAStartDefinesNothing(TestServer server) throws Exception {
        try (TestDatabase own = TestDatabase.on(server);
                TestDatabase flyway = TestDatabase.on(server)) {
            own.storage().close();
            assertEquals(1, migrate(server, flyway, List.of(Thing.TABLE)).migrationsExecuted);
            assertEquals(0, migrate(server, flyway, List.of(Thing.TABLE)).migrationsExecuted);
            assertEquals(1, migrate(server, flyway, Thing.TABLES).migrationsExecuted);
            List<String> made = schema(server, flyway, "storeops%");
            assertEquals(schema(server, own, "storeops%"), made);

            try (Storage storage = flyway.storage()) {
                storage.commit(Changes.of(Thing.S1, CommitId.of("c")).insert(Thing.TABLE, Thing.of("T1", 1)));
                assertTrue(storage.find(Thing.TABLE, Thing.key("T1")).isPresent());
            }
            assertEquals(List.of("1"), flyway.rows("select count(*) from storeops__migration"));
            assertEquals(made, schema(server, flyway, "storeops%"));
        }
    }

    /** Everything that can be told of the tables of a place, but for the place's own name and names that the database invents. */
    private static List<String> schema(TestServer server, TestDatabase database, String tables) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String query : queries(server)) {
            all.addAll(database.rows(query.replace(":tables", "'" + tables + "'")));
        }
        return all;
    }

    private static List<String> queries(TestServer server) {
        return switch (server) {
            case H2 ->
                List.of(
                        "select table_name, column_name, ordinal_position, data_type, character_maximum_length,"
                                + " numeric_precision, numeric_scale, datetime_precision, is_nullable, column_default, remarks"
                                + " from information_schema.columns where table_schema = schema()"
                                + " and lower(table_name) like :tables and table_name <> 'storeops_flyway' order by 1, 3",
                        "select i.table_name, case when i.index_name like '%$%' then i.index_name else 'key' end,"
                                + " i.index_type_name, c.ordinal_position, c.column_name from information_schema.indexes i"
                                + " join information_schema.index_columns c on c.index_name = i.index_name"
                                + " and c.table_name = i.table_name where i.table_schema = schema()"
                                + " and lower(i.table_name) like :tables and i.table_name <> 'storeops_flyway'"
                                + " order by 1, 2, 4");
            case POSTGRESQL ->
                List.of(
                        "select c.table_name, c.column_name, c.ordinal_position, c.data_type, c.collation_name,"
                                + " c.character_maximum_length, c.numeric_precision, c.numeric_scale, c.datetime_precision,"
                                + " c.is_nullable, c.column_default,"
                                + " col_description(to_regclass(quote_ident(c.table_name)), c.ordinal_position::int)"
                                + " from information_schema.columns c where c.table_schema = current_schema()"
                                + " and c.table_name like :tables and c.table_name <> 'storeops_flyway' order by 1, 3",
                        "select tablename, indexname, replace(indexdef, current_schema() || '.', '') from pg_indexes"
                                + " where schemaname = current_schema() and tablename like :tables"
                                + " and tablename <> 'storeops_flyway' order by 1, 2");
            case MARIADB ->
                List.of(
                        "select table_name, engine, table_collation from information_schema.tables"
                                + " where table_schema = database() and table_name like :tables"
                                + " and table_name <> 'storeops_flyway' order by 1",
                        "select table_name, column_name, ordinal_position, column_type, collation_name, is_nullable,"
                                + " column_default, column_comment from information_schema.columns"
                                + " where table_schema = database() and table_name like :tables"
                                + " and table_name <> 'storeops_flyway' order by 1, 3",
                        "select table_name, index_name, non_unique, seq_in_index, column_name, sub_part"
                                + " from information_schema.statistics where table_schema = database()"
                                + " and table_name like :tables and table_name <> 'storeops_flyway' order by 1, 2, 4");
        };
    }
}
