package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A spreadsheet on Windows keeps a file that it shows from being replaced. */
@DisplayName("A table that another program has open")
class HeldFileTest {
    private final SimulatedDisk disk = new SimulatedDisk(new Random(0));
    private boolean held;

    private final Disk holding = new WrappedDisk(disk) {
        @Override
        public void move(String from, String to) throws IOException {
            if (held && to.equals("note.csv")) {
                throw new AccessDeniedException(to);
            }
            super.move(from, to);
        }

        @Override
        public void append(String name, byte[] content) throws IOException {
            if (held && name.equals("tally-2026-11.csv")) {
                throw new AccessDeniedException(name);
            }
            super.append(name, content);
        }
    };

    private static void commit(Storage storage, int from, int to) {
        for (int i = from; i <= to; i++) {
            storage.commit(changes("c" + i)
                    .insert(Note.TABLE, Note.of(SHOP, i, "note " + i))
                    .insert(Buyer.TABLE, Buyer.of(SHOP, i, "buyer " + i))
                    .insert(Trace.TABLE, Trace.of(SHOP, i, "2026-11-01T00:00:00Z"))
                    .insert(Tally.TABLE, Tally.of(SHOP, "2026-11-01", i, "by " + i)));
        }
    }

    private static void assertNotes(Storage storage, int count) {
        assertEquals(count, storage.select(Query.of(Note.TABLE, SHOP)).items().size());
        assertEquals(count, storage.select(Query.of(Buyer.TABLE, SHOP)).items().size());
        assertEquals(count, storage.select(Query.of(Trace.TABLE, SHOP)).items().size());
        assertEquals(count, storage.select(Query.of(Tally.TABLE, SHOP)).items().size());
    }

    private List<CsvStore.Problem> problems() throws IOException {
        return CsvStore.verify(disk, Folders.TABLES).problems();
    }

    @Test
    void keepsNoCommitFromHappening() throws IOException {
        Storage storage = Folders.open(holding, 6);
        commit(storage, 1, 3);
        held = true;
        commit(storage, 4, 12);
        assertNotes(storage, 12);
        assertEquals(List.of(), problems());
        held = false;
        commit(storage, 13, 20);
        storage.close();
        assertEquals(List.of(), problems());
        assertTrue(new String(disk.contents().get("note.csv"), StandardCharsets.UTF_8).contains("shop-1,20,note 20,1"));
        assertTrue(disk.contents().keySet().stream().noneMatch(name -> name.endsWith(Checkpoint.EDITED)));
        for (String file : List.of("buyer.csv", "trace-2026-11.csv", "tally-2026-11.csv")) {
            String text = new String(disk.contents().get(file), StandardCharsets.UTF_8);
            assertEquals(1 + 20, text.lines().count(), file + " has every row once");
        }
    }

    @Test
    void isNamedByTheCloseAndLosesNothing() {
        held = true;
        Storage storage = Folders.open(holding, 6);
        commit(storage, 1, 10);
        StorageException told = assertThrows(StorageException.class, storage::close);
        assertTrue(told.getMessage().contains("cannot be written"), told.getMessage());
        Storage stillHeld = Folders.open(holding, 6);
        assertNotes(stillHeld, 10);
        commit(stillHeld, 11, 12);
        disk.restart();
        held = false;
        Storage free = Folders.open(holding, 6);
        assertNotes(free, 12);
        free.close();
    }
}
