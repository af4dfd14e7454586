package io.storeops.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.id.StoreId;
import io.storeops.storage.Storage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The storage beside Hibernate and JDBC by hand. No test: run it by name, without coverage ({@code -Djacoco.skip}). */
class MapperBenchmark {
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
        try (var pool = TestDatabase.pooled(
                TestDatabase.urlOfNewPlace(TestServer.POSTGRESQL) + "&reWriteBatchedInserts=true")) {
            compare("PostgreSQL", pool, true);
        }
    }

    private static void compare(String database, DataSource source, boolean copies) throws Exception {
        try (Storage storage = JdbcStorage.on(source, List.of(Figure.TABLE));
                ByHibernate hibernate = new ByHibernate(source)) {
            HandWritten hand = new HandWritten(source, true, copies);
            Map<String, FigureKeeper> others = new LinkedHashMap<>();
            others.put("Hibernate", hibernate);
            others.put("by hand, the same 12 cells", hand);
            Race.run(database, storage, others);

            StoreId store = StoreId.of("S1007");
            List<Figure> mapped = hibernate.day(store, Figure.DAY).stream()
                    .map(MappedFigure::figure)
                    .toList();
            assertEquals(hand.day(store, Figure.DAY), mapped);
        }
    }
}
