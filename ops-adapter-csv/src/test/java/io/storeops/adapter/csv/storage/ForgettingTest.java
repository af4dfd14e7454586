package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.FaultKind;
import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.Column;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Key;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Personal data go for good": after the commit no file of the folder has them. */
class ForgettingTest {
    private static final String WHO = "张三-13800000000";
    private static final Buyer FIRST = Buyer.of(SHOP, 1, WHO);
    private static final Buyer SECOND = Buyer.of(SHOP, 2, "李四");

    @TempDir
    Path folder;

    private List<String> filesWith(String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> latin(file).contains(new String(wanted, StandardCharsets.ISO_8859_1)))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static String latin(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Changes redaction(String commit) {
        return changes(commit).redact(Buyer.TABLE, FIRST.key(), List.of(Buyer.NAME));
    }

    private static void insertBoth(Storage storage) {
        storage.commit(changes("1").insert(Buyer.TABLE, FIRST).insert(Buyer.TABLE, SECOND));
    }

    @Test
    void fromTheJournal() throws IOException {
        Storage storage = Folders.open(folder);
        insertBoth(storage);
        assertEquals(List.of("_journal.csv"), filesWith(WHO));
        storage.commit(redaction("2"));
        assertEquals(List.of(), filesWith(WHO));
        assertEquals(List.of("buyer.csv"), filesWith("李四"));
    }

    @Test
    void fromTheTable() throws IOException {
        try (Storage storage = Folders.open(folder)) {
            insertBoth(storage);
        }
        assertEquals(List.of("buyer.csv"), filesWith(WHO));
        Storage storage = Folders.open(folder);
        storage.commit(redaction("2"));
        assertEquals(List.of(), filesWith(WHO));
        assertEquals(
                FIRST.withoutName(),
                Folders.open(folder).find(Buyer.TABLE, FIRST.key()).get().value());
    }

    /** Personal data in a table whose rows may change, of which a copy is kept. */
    record Guest(StoreId store, long number, Optional<String> name) {
        private static final Column<Long> NUMBER = Column.number("number", "the number");
        private static final Column<String> NAME = Column.text("name", "who");
        static final Table<Guest> TABLE = Table.of("guest", Guest::store)
                .column(NUMBER, Guest::number)
                .personal(NAME, Guest::name)
                .key(NUMBER)
                .reads(row -> new Guest(row.store(), row.get(NUMBER), row.find(NAME)));
    }

    @Test
    void fromTheCopyThatIsKeptForComparison() throws IOException {
        Guest guest = new Guest(SHOP, 1, Optional.of(WHO));
        guests().commit(changes("1").insert(Guest.TABLE, guest));
        Storage storage = guests();
        assertEquals(List.of("_kept/guest.csv", "guest.csv"), filesWith(WHO));
        storage.commit(changes("2").redact(Guest.TABLE, Key.of(SHOP, 1L), List.of(Guest.NAME)));
        assertEquals(List.of(), filesWith(WHO));
    }

    private Storage guests() throws IOException {
        return CsvStorage.open(
                new FolderDisk(folder),
                Hold.UNSHARED,
                List.of(Guest.TABLE),
                Folders.CLOCK,
                Folders.NEVER,
                Folders.OPEN_MONTHS);
    }

    @Test
    void thatCameAndWentInOneCommit() throws IOException {
        Storage storage = Folders.open(folder);
        storage.commit(changes("1").insert(Buyer.TABLE, FIRST).redact(Buyer.TABLE, FIRST.key(), List.of(Buyer.NAME)));
        assertEquals(List.of(), filesWith(WHO));
        assertEquals(
                FIRST.withoutName(),
                storage.find(Buyer.TABLE, FIRST.key()).get().value());
    }

    @Test
    void orTheCommitIsUnknownAndTheNextOpeningForgets() throws IOException {
        int cut = 0;
        for (int failing = 1; failing < 100; failing++) {
            Path store = Files.createDirectory(folder.resolve("store"));
            Storage sound = Folders.open(store);
            insertBoth(sound);
            sound.close();
            // Opening forces the folder; every change after that is the redaction's.
            Storage storage = Folders.open(new FaultyDisk(new FolderDisk(store), failing + 1, true), Folders.NEVER);
            if (isAcknowledged(storage)) {
                assertTrue(cut > 8, "frame and checkpoint are more than " + cut + " changes");
                return;
            }
            cut++;
            Storage reopened = Folders.open(store);
            Buyer found = reopened.find(Buyer.TABLE, FIRST.key()).get().value();
            boolean happened = reopened.committed(SHOP, CommitId.of("2")).isPresent();
            assertEquals(happened ? FIRST.withoutName() : FIRST, found, "after " + failing);
            assertEquals(happened ? List.of() : List.of("store/buyer.csv"), filesWith(WHO), "after " + failing);
            reopened.close();
            Folders.delete(store);
        }
    }

    private static boolean isAcknowledged(Storage storage) {
        try {
            storage.commit(redaction("2"));
            return true;
        } catch (CommitUnknownException e) {
            StorageException doubtful =
                    assertThrows(StorageException.class, () -> storage.committed(SHOP, CommitId.of("2")));
            assertEquals(FaultKind.UNKNOWN_OUTCOME, doubtful.kind());
            return false;
        }
    }
}
