package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.storage.Changes;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Versioned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A table that is kept by month")
class MonthsTest {
    private static final String NOVEMBER = "tally-2026-11.csv";

    @TempDir
    Path folder;

    private static Tally tally(int month, long number) {
        return Tally.of(SHOP, String.format("2026-%02d-15", month), number, "by " + number);
    }

    private static List<Tally> rows(Storage storage) {
        return storage.select(Query.of(Tally.TABLE, SHOP)).items().stream()
                .map(Versioned::value)
                .toList();
    }

    /** Commits one row a month, then closes or just stops. */
    private Storage twelveMonths() {
        Storage storage = Folders.open(folder);
        for (int month = 12; month >= 1; month--) {
            storage.commit(changes("m" + month).insert(Tally.TABLE, tally(month, month)));
        }
        return storage;
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardOpenOption.APPEND);
    }

    private List<String> torn() {
        return Folders.contents(folder).keySet().stream()
                .filter(name -> name.startsWith(FolderReader.TORN))
                .toList();
    }

    @Test
    void givesRowsOfMonthsThatAreNoLongerInMemory() {
        for (Storage storage : List.of(twelveMonths(), Folders.open(folder))) {
            assertEquals(
                    List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L),
                    rows(storage).stream().map(Tally::number).toList());
            for (int month = 1; month <= 12; month++) {
                assertEquals(
                        Optional.of(new Versioned<>(tally(month, month), 1)),
                        storage.find(Tally.TABLE, tally(month, month).key()));
            }
        }
    }

    @Test
    void refusesARowThatAnOldMonthHas() {
        Storage storage = twelveMonths();
        Changes again = changes("again").insert(Tally.TABLE, tally(1, 1));
        assertThrows(StaleWriteException.class, () -> storage.commit(again));
    }

    @Test
    void isNoticedWhenItIsEditedWhileTheStoreIsOpen() throws IOException {
        twelveMonths().close();
        Storage storage = Folders.open(folder);
        Path january = folder.resolve("tally-2026-01.csv");
        Files.writeString(january, Files.readString(january).replace("by 1", "by 9"));
        Query<Tally> query = Query.of(Tally.TABLE, SHOP).where(LocalDate.of(2026, 1, 15));
        StorageException told = assertThrows(StorageException.class, () -> storage.select(query));
        assertTrue(told.getMessage().startsWith("tally-2026-01.csv: the file was changed outside"), told.getMessage());
    }

    @Nested
    @DisplayName("and whose file was being extended when the process ended")
    class Extended {
        private static final String COMING = "shop-1,2026-11-15,99,by 99,1\r\n";

        /** A closed store, then one more commit that is in the journal only. */
        private void oneMoreInTheJournal() {
            twelveMonths().close();
            Folders.open(folder).commit(changes("more").insert(Tally.TABLE, tally(11, 99)));
        }

        private void assertTheRowIsThereOnce() throws IOException {
            Storage storage = Folders.open(folder);
            assertEquals(13, rows(storage).size());
            storage.close();
            assertEquals(1, Files.readString(folder.resolve(NOVEMBER)).split(COMING, -1).length - 1, "the row's line");
            assertTrue(Folders.verify(folder).sound());
        }

        @Test
        void isFinished() throws IOException {
            String half = COMING.substring(0, COMING.length() / 2);
            for (String written : List.of("", half, half + "\0\0\0", COMING)) {
                Folders.delete(folder);
                Files.createDirectory(folder);
                oneMoreInTheJournal();
                append(NOVEMBER, written);
                assertTheRowIsThereOnce();
                assertEquals(List.of(), torn(), "everything is in the journal");
            }
        }

        @Test
        void keepsWhatIsNotItsOwnAside() throws IOException {
            oneMoreInTheJournal();
            append(NOVEMBER, "shop-1,2026-11-15,1000,mine,1\r\n");
            assertTheRowIsThereOnce();
            assertEquals(1, torn().size());
            assertEquals("shop-1,2026-11-15,1000,mine,1\r\n", Files.readString(folder.resolve(torn().get(0))));
        }

        @Test
        void refusesAnAdditionToAnotherMonth() throws IOException {
            oneMoreInTheJournal();
            append("tally-2026-10.csv", "shop-1,2026-10-15,1000,mine,1\r\n");
            StorageException told = assertThrows(StorageException.class, () -> Folders.open(folder));
            assertTrue(told.getMessage().contains("tally-2026-10.csv: 31 bytes were added outside"), told.getMessage());
        }
    }

    @Test
    void refusesAnAdditionAfterItWasClosed() throws IOException {
        twelveMonths().close();
        append(NOVEMBER, "shop-1,2026-11-15,1000,mine,1\r\n");
        assertFalse(Folders.verify(folder).sound());
        StorageException told = assertThrows(StorageException.class, () -> Folders.open(folder));
        assertTrue(told.getMessage().contains(NOVEMBER + ": the file was changed outside"), told.getMessage());
    }

    @Test
    void findsARowByItsTextInMonthsThatAreNoLongerInMemory() {
        Storage written = Folders.open(folder);
        for (int month = 1; month <= 12; month++) {
            Trace trace = trace(month);
            written.commit(changes("m" + month).insert(Trace.TABLE, trace));
        }
        // From the journal first, then from the files.
        for (int times = 0; times < 2; times++) {
            Storage storage = Folders.open(folder);
            for (int month = 1; month <= 12; month++) {
                Trace trace = trace(month);
                Query<Trace> query = Query.of(Trace.TABLE, SHOP, "by_cause").where(trace.cause());
                assertEquals(
                        List.of(new Versioned<>(trace, 1)),
                        storage.select(query).items());
                assertEquals(
                        Optional.of(new Versioned<>(trace, 1)),
                        storage.find(Trace.TABLE, Key.of(SHOP, trace.number())));
            }
            storage.close();
        }
    }

    private static Trace trace(int month) {
        return Trace.of(SHOP, month, String.format("2026-%02d-15T00:00:00Z", month));
    }

    @Test
    void addsToATableWithoutReadingItsOldMonths() throws IOException {
        Storage written = Folders.open(folder);
        for (int month = 1; month <= 9; month++) {
            written.commit(changes("m" + month).insert(Trace.TABLE, trace(month)));
        }
        written.close();
        Storage storage = Folders.open(folder);
        for (int month = 1; month <= 9; month++) {
            Files.delete(folder.resolve("trace-2026-0" + month + ".csv"));
        }
        Query<Trace> query =
                Query.of(Trace.TABLE, SHOP, "by_cause").where(trace(10).cause());
        assertEquals(List.of(), storage.select(query).items());
        storage.commit(changes("m10")
                .link(
                        Trace.TABLE,
                        before -> trace(1 + (int) before.orElseThrow().number())));
        assertEquals(
                List.of(new Versioned<>(trace(10), 1)), storage.select(query).items());
    }
}
