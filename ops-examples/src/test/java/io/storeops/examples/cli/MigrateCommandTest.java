package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreOps;
import io.storeops.storage.Table;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrateCommandTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void printsTheDefinitionOfEveryTable(String product) {
        Ran ran = Ran.run("migrate", "--product", product, "--print-sql");
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
        for (Table<?> table : StoreOps.tables()) {
            assertTrue(
                    ran.lines().stream()
                            .anyMatch(line -> line.startsWith("CREATE ")
                                    && line.toLowerCase(Locale.ROOT).contains("storeops_" + table.name())),
                    table.name());
        }
    }

    @Test
    void bringsADatabaseUpToDateAsOftenAsOneLikes() {
        String database = "jdbc:h2:" + temp.resolve("database");
        for (int run = 0; run < 2; run++) {
            Ran ran = Ran.run("migrate", "--storage", database);
            assertEquals("", ran.err());
            assertEquals(0, ran.code());
            assertEquals(
                    "The database has the " + StoreOps.tables().size()
                            + " tables of this version and holds stores: []\n",
                    ran.out());
        }
    }

    @Test
    void refusesWhatItCannotMigrate() {
        Ran unknown = Ran.run("migrate", "--product", "oracle", "--print-sql");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().startsWith("storeops: The jdbc storage does not speak 'oracle'"), unknown.err());
        Ran folder = Ran.run("migrate", "--storage", "csv:x");
        assertEquals(
                "storeops: 'csv:x' is not a database and needs no migration. Expected jdbc:URL or json:FILE\n",
                folder.err());
        Ran both = Ran.run("migrate", "--storage", "jdbc:h2:./x", "--print-sql");
        assertEquals(
                "storeops: Give either --product PRODUCT --print-sql, or --storage jdbc:URL or json:FILE\n",
                both.err());
        assertEquals(2, both.code());
    }
}
