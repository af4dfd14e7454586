package io.storeops.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The storage beside JDBC by hand: once with the same 12 cells a row, once with the 9 of a lean table. No test: run it by
 * name, without coverage ({@code -Djacoco.skip}).
 */
class JdbcBenchmark {
    @TempDir
    Path directory;

    @Test
    void h2() throws Exception {
        try (var pool = TestDatabase.pooled("jdbc:h2:file:" + directory.resolve("bench"))) {
            compare("H2", pool, false);
        }
    }

    @Test
    void postgres() throws Exception {
        try (var pool = TestDatabase.pooled(TestDatabase.urlOfNewPlace(TestServer.POSTGRESQL))) {
            compare("PostgreSQL", pool, true);
        }
    }

    private static void compare(String database, DataSource source, boolean copies) throws Exception {
        try (Storage storage = JdbcStorage.on(source, List.of(Figure.TABLE))) {
            HandWritten same = new HandWritten(source, true, copies);
            HandWritten lean = new HandWritten(source, false, copies);
            Map<String, FigureKeeper> others = new LinkedHashMap<>();
            others.put("by hand, the same 12 cells", same);
            others.put("by hand, 9 cells", lean);
            Race.run(database, storage, others);

            StoreId store = StoreId.of("S1007");
            List<Figure> ours =
                    storage.select(Query.of(Figure.TABLE, store).limit(Figure.ROWS_OF_A_DAY)).items().stream()
                            .map(Versioned::value)
                            .toList();
            assertEquals(lean.day(store, Figure.DAY), ours);
            assertEquals(same.day(store, Figure.DAY), ours);
        }
    }
}
