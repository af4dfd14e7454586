package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.storage.Changes;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store costs that is held in memory: the figures from which the documentation takes the supported size. */
@DisplayName("A CSV store of many rows")
class SizeTest {
    private static final int ROWS = Endurance.times(10_000, 200_000);

    @TempDir
    Path folder;

    /** Writes a store, closes it, opens it again, and says what it took. */
    static final class Measure {
        private Measure() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            int rows = Integer.parseInt(arguments[1]);
            long begin = System.nanoTime();
            Storage written = Folders.open(folder);
            for (int commit = 0; commit < rows / 1_000; commit++) {
                Changes changes = changes("c" + commit);
                for (int i = 0; i < 1_000; i++) {
                    long number = commit * 1_000L + i;
                    changes.insert(Note.TABLE, Note.of(SHOP, number, "a note of some thirty letters " + number));
                }
                written.commit(changes);
            }
            long committed = System.nanoTime();
            written.close();
            long closed = System.nanoTime();
            Storage opened = Folders.open(folder);
            long open = System.nanoTime();
            int[] count = {0};
            try (Scan<Versioned<Note>> scan = opened.scan(Query.of(Note.TABLE, SHOP))) {
                scan.forEachRemaining(note -> count[0]++);
            }
            System.out.println(count[0]);
            System.out.println(rows + " rows: commits " + millis(committed - begin) + ", checkpoint of the close "
                    + millis(closed - committed) + ", opening " + millis(open - closed));
        }

        private static String millis(long nanos) {
            return TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
        }
    }

    /** Rows take less than 1.25 KB of memory each, closing and opening included. */
    @Test
    void fitsIntoTheMemoryThatTheDocumentationStates() throws Exception {
        long megabytes = 24 + ROWS / 800;
        List<String> command = ChildJvm.command(
                Measure.class, List.of("-Xmx" + megabytes + "m"), folder.toString(), Integer.toString(ROWS));
        Process measure = ChildJvm.start(command);
        String said = new String(measure.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, measure.waitFor(), said);
        assertEquals(ROWS, Integer.parseInt(said.lines().findFirst().orElseThrow()));
        Endurance.report(said.lines().skip(1).findFirst().orElseThrow() + "; -Xmx" + megabytes + "m; note.csv has "
                + Files.size(folder.resolve("note.csv")) + " bytes");
    }
}
