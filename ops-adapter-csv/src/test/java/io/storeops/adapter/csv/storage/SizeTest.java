package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
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

    /** Writes a month of readings, opens it again and reads it. */
    static final class MonthMeasure {
        private MonthMeasure() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            int rows = Integer.parseInt(arguments[1]);
            Storage written = Folders.open(new FolderDisk(folder), 10_000, List.of(Figure.TABLE));
            for (int day = 0; day < rows / Figure.ROWS_OF_A_DAY; day++) {
                StoreId store = StoreId.of("S" + day / 28);
                LocalDate date = LocalDate.of(2026, 11, 1).plusDays(day % 28);
                written.commit(
                        Changes.of(store, CommitId.of("day " + date)).append(Figure.TABLE, Figure.dayOf(store, date)));
            }
            written.close();
            Storage opened = Folders.open(new FolderDisk(folder), 10_000, List.of(Figure.TABLE));
            int count = 0;
            for (int store = 0; store <= rows / Figure.ROWS_OF_A_DAY / 28; store++) {
                try (Scan<Versioned<Figure>> scan = opened.scan(Query.of(Figure.TABLE, StoreId.of("S" + store)))) {
                    for (; scan.hasNext(); scan.next()) {
                        count++;
                    }
                }
            }
            System.out.println(count);
            System.out.println(count + " readings of a month");
        }
    }

    /** Rows that may change take less than 1.25 KB of memory each, closing and opening included. */
    @Test
    void fitsIntoTheMemoryThatTheDocumentationStates() throws Exception {
        fits(Measure.class, ROWS, 24 + ROWS / 800);
    }

    /** Readings of a month that is open take less than 0.6 KB each, reading the file included. */
    @Test
    void fitsAMonthIntoTheMemoryThatTheDocumentationStates() throws Exception {
        int rows = ROWS / Figure.ROWS_OF_A_DAY * Figure.ROWS_OF_A_DAY;
        fits(MonthMeasure.class, rows, 24 + rows * 3L / 5_000);
    }

    private void fits(Class<?> program, int rows, long megabytes) throws Exception {
        List<String> command =
                ChildJvm.command(program, List.of("-Xmx" + megabytes + "m"), folder.toString(), Integer.toString(rows));
        Process measure = ChildJvm.start(command);
        String said = new String(measure.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, measure.waitFor(), said);
        assertEquals(rows, Integer.parseInt(said.lines().findFirst().orElseThrow()));
        Endurance.report(said.lines().skip(1).findFirst().orElseThrow() + "; -Xmx" + megabytes + "m");
    }
}
