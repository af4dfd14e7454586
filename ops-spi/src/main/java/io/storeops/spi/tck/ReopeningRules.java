package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.id.Sha256;
import io.storeops.storage.Blobs;
import io.storeops.storage.Changes;
import io.storeops.storage.Committed;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Key;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageClosedException;
import io.storeops.storage.Versioned;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Rules S80 to S82 and S89: what outlives {@link io.storeops.storage.Storage#close}: all of it, or plainly nothing. */
abstract class ReopeningRules extends StorageRules {
    private void assertStartsEmpty() {
        assertEquals(new Page<>(List.of(), Optional.empty()), storage().stores(Optional.empty()));
        assertEquals(Optional.empty(), find(Task.of(1)));
        assertEquals(1, commit(changes()).number());
    }

    @Test
    @DisplayName("S80 rows, revisions and orders are there again; a storage that keeps nothing starts empty")
    void rows() {
        Specimen specimen = Specimen.of("店", Specimen.Always.plain().withText(" \"运营\",\r\n🛒 "));
        Specimen bare = Specimen.of("bare", Specimen.Sometimes.some(Specimen.Always.plain(), 0));
        Task first = Task.of(1).by("op-2");
        Task second = Task.of(2).by("op-1").placed(new BigDecimal("-1.50"));
        commit(changes().insert(Specimen.TABLE, specimen).insert(Specimen.TABLE, bare));
        insert(first, second);
        commit(changes().replace(Task.TABLE, first.done(true), 1));
        if (!bench().closeAndReopen()) {
            assertStartsEmpty();
            return;
        }
        assertEquals(Optional.of(new Versioned<>(specimen, 1)), storage().find(Specimen.TABLE, Key.of(STORE, "店")));
        assertEquals(List.of(bare, specimen), all(Query.of(Specimen.TABLE, STORE)));
        assertEquals(new Versioned<>(first.done(true), 2), stored(first));
        assertEquals(List.of(second, first.done(true)), all(Query.of(Task.TABLE, STORE, Task.BY_OWNER)));
        assertEquals(
                List.of(first.done(true)),
                all(Query.of(Task.TABLE, STORE, Task.BY_DONE).where(true)));
        Changes stale = changes().replace(Task.TABLE, first, 1);
        assertEquals(
                2, assertThrows(StaleWriteException.class, () -> commit(stale)).found());
        commit(changes().replace(Task.TABLE, first, 2));
        assertEquals(new Versioned<>(first, 3), stored(first));
    }

    @Test
    @DisplayName("S81 receipts are there again and numbers go on; a storage that keeps nothing starts empty")
    void receipts() {
        Committed first = insert(Task.of(1));
        Committed second = insert(Task.of(2));
        Committed there = insert(Task.of(1).in(OTHER));
        if (!bench().closeAndReopen()) {
            assertStartsEmpty();
            return;
        }
        assertEquals(Optional.of(first), storage().committed(STORE, first.id()));
        assertEquals(Optional.of(second), storage().committed(STORE, second.id()));
        assertEquals(Optional.of(there), storage().committed(OTHER, there.id()));
        assertEquals(
                new Page<>(List.of(STORE, OTHER), Optional.empty()), storage().stores(Optional.empty()));
        Changes repeat = Changes.of(STORE, first.id());
        assertEquals(
                first,
                assertThrows(DuplicateCommitException.class, () -> commit(repeat))
                        .first());
        assertEquals(3, insert(Task.of(3)).number());
        assertEquals(2, insert(Task.of(2).in(OTHER)).number());
    }

    @Test
    @DisplayName("S82 chains go on, opening after opening; a storage that keeps nothing starts empty")
    void chains() {
        List<String> texts = List.of("a", "b", "c", "d");
        boolean kept = true;
        for (String text : texts) {
            commit(changes().link(Entry.TABLE, Entry.saying(STORE, text)));
            kept = bench().closeAndReopen();
        }
        assertEquals(kept ? Entry.chainOf(STORE, texts) : List.of(), all(Query.of(Entry.TABLE, STORE)));
    }

    @Test
    @DisplayName("S89 after close every call says that it is closed, also of scans and bytes that were got before")
    void closed() throws Exception {
        insert(Task.of(1));
        Storage storage = storage();
        Optional<Blobs> blobs = storage.blobs();
        Scan<Versioned<Task>> scan = storage.scan(Query.of(Task.TABLE, STORE));
        bench().whileClosed(() -> {
            Changes changes = changes().insert(Task.TABLE, Task.of(2));
            Sha256 name = Sha256.of("x");
            assertClosed(() -> storage.find(Task.TABLE, Task.of(1).key()));
            assertClosed(() -> storage.select(Query.of(Task.TABLE, STORE)));
            assertClosed(() -> storage.scan(Query.of(Task.TABLE, STORE)));
            assertClosed(() -> storage.commit(changes));
            assertClosed(() -> storage.committed(STORE, changes.id()));
            assertClosed(() -> storage.now(STORE));
            assertClosed(() -> storage.stores(Optional.empty()));
            assertClosed(storage::blobs);
            assertClosed(scan::hasNext);
            scan.close();
            if (blobs.isPresent()) {
                assertClosed(() -> blobs.get().put(STORE, new byte[] {1}));
                assertClosed(() -> blobs.get().find(STORE, name));
                assertClosed(() -> blobs.get().erase(STORE, name));
            }
            return true;
        });
        assertEquals(Optional.empty(), find(Task.of(2)));
    }

    private static void assertClosed(Executable call) {
        assertThrows(StorageClosedException.class, call);
    }
}
