package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The memory of tables that are kept by month")
class MonthMemoryTest {
    @TempDir
    Path folder;

    /** Writes months, opens them again and reads every row. */
    static final class ManyMonths {
        private ManyMonths() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            int months = Integer.parseInt(arguments[1]);
            int rows = Integer.parseInt(arguments[2]);
            Storage written = Folders.open(new FolderDisk(folder), rows);
            for (int month = 0; month < months; month++) {
                LocalDate day = LocalDate.of(2020, 1, 1).plusMonths(month);
                Changes tallies = Changes.of(SHOP, CommitId.of("tallies " + month));
                Changes traces = Changes.of(SHOP, CommitId.of("traces " + month));
                for (int i = 0; i < rows; i++) {
                    tallies.insert(Tally.TABLE, new Tally(SHOP, day, i, Optional.of("counted by number " + i)));
                    traces.insert(Trace.TABLE, Trace.of(SHOP, (long) month * rows + i, day + "T00:00:00Z"));
                }
                written.commit(tallies);
                written.commit(traces);
            }
            written.close();
            Storage opened = Folders.open(folder);
            System.out.println(count(opened, Tally.TABLE) + " " + count(opened, Trace.TABLE));
        }

        private static long count(Storage storage, Table<?> table) {
            long count = 0;
            try (Scan<?> scan = storage.scan(Query.of(table, SHOP))) {
                while (scan.hasNext()) {
                    scan.next();
                    count++;
                }
            }
            return count;
        }
    }

    /** 48 months in the memory of some three: all of them would need a multiple of it. */
    @Test
    void needsTheMemoryOfTheMonthsThatAreOpen() throws Exception {
        int months = Endurance.times(48, 240);
        int rows = 5_000;
        List<String> command = ChildJvm.command(
                ManyMonths.class,
                List.of("-Xmx40m"),
                folder.toString(),
                Integer.toString(months),
                Integer.toString(rows));
        Process child = ChildJvm.start(command);
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor(), said);
        int all = months * rows;
        assertEquals(all + " " + all, said.lines().findFirst().orElseThrow(), said);
        Endurance.report(months + " months of " + rows + " rows in each of two tables in -Xmx40m, two months open");
    }
}
