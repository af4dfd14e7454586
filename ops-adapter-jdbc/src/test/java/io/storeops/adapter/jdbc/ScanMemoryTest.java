package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scan of a table that is many times larger than the heap of the JVM that reads it. */
class ScanMemoryTest {
    private static final int ALL_DAYS = 100;
    private static final String HEAP = "24m";

    @TempDir
    Path directory;

    /** Scans the whole table. Each row is the successor of the one before, so none is missing and none is there twice. */
    public static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) {
            long rows = 0;
            try (Storage storage = open(arguments[0], Path.of(arguments[1]));
                    Scan<Versioned<Figure>> scan = storage.scan(Query.of(Figure.TABLE, S1))) {
                while (scan.hasNext()) {
                    Figure found = scan.next().value();
                    Figure expected = Figure.at(S1, rows);
                    if (!found.equals(expected)) {
                        System.out.println(found + " instead of " + expected);
                        return;
                    }
                    rows++;
                }
            }
            System.out.println(rows);
        }
    }

    /** A file of H2 by its URL, so that it can be closed and opened by another process; a server through connections. */
    private static Storage open(String url, Path directory) {
        if (url.contains("//")) {
            return JdbcStorage.on(TestDatabase.plain(url), List.of(Figure.TABLE));
        }
        JdbcStorageProvider provider = new JdbcStorageProvider();
        return provider.create(
                AdapterConfig.of("jdbc", provider.configKeys(), Map.of("url", url)),
                AdapterContext.of(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), List.of(Figure.TABLE), directory));
    }

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#all")
    void seesEveryRowOnceInASmallHeap(TestServer server) throws Exception {
        String url = server == TestServer.H2 ? "jdbc:h2:./scanned" : TestDatabase.urlOfNewPlace(server);
        // MariaDB's driver packs a row so tightly that fewer would fit into the heap.
        int days = server == TestServer.MARIADB ? ALL_DAYS : Full.times(ALL_DAYS, 12);
        try (Storage storage = open(url, directory)) {
            for (int day = 0; day < days; day++) {
                storage.commit(Changes.of(S1, CommitId.of("d" + day)).append(Figure.TABLE, Figure.dayOf(S1, day)));
            }
        }
        try (ChildProcess reader = ChildProcess.startIn(HEAP, Reader.class, url, directory.toString())) {
            assertEquals(String.valueOf((long) days * Figure.ROWS_OF_A_DAY), reader.answer());
        }
    }
}
