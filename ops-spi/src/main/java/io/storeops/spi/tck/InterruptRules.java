package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import io.storeops.storage.Query;
import io.storeops.storage.StorageException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules S88 and S98: a host may interrupt its own threads, as pools do when they are shut down and requests are cancelled. */
abstract class InterruptRules extends StorageRules {
    private static final int WORKERS = 4;
    private static final int TURNS = 30;
    private static final int ROWS = 500;
    private static final byte[] CONTENT = new byte[300_000];

    @Test
    @DisplayName("S88 a thread that is interrupted at its work may fail; the storage goes on for everybody else")
    void interrupted() throws Exception {
        insert(Task.of(-1).by("before"));
        List<Committed> told = Collections.synchronizedList(new ArrayList<>());
        List<Thread> workers = new ArrayList<>();
        for (int worker = 1; worker <= WORKERS; worker++) {
            String name = "worker-" + worker;
            workers.add(new Thread(() -> work(name, told), name));
        }
        workers.forEach(Thread::start);
        while (workers.stream().anyMatch(Thread::isAlive)) {
            workers.forEach(Thread::interrupt);
            Thread.sleep(1);
        }
        assertEquals(
                Optional.of("before"),
                find(Task.of(-1)).map(found -> found.value().owner()));
        insert(Task.of(-2).by("after"));
        assertThere(told);
        bench().whileClosed(() -> true);
        if (find(Task.of(-1)).isPresent()) {
            assertThere(told);
        }
    }

    @Test
    @DisplayName("S98 a thread that is interrupted before it reads what is not in memory yet harms nobody else")
    void interruptedAtTheFirstReading() throws Exception {
        insert(IntStream.range(ROWS, 2 * ROWS).mapToObj(Task::of).toArray(Task[]::new));
        storage().blobs().ifPresent(blobs -> blobs.put(STORE, CONTENT));
        if (!bench().closeAndReopen()) {
            return;
        }
        Thread reader = new Thread(this::readInterrupted, "reader");
        reader.start();
        reader.join();
        assertEquals(ROWS, all(Query.of(Task.TABLE, STORE).limit(ROWS)).size());
        insert(Task.of(2 * ROWS));
        storage()
                .blobs()
                .ifPresent(blobs -> assertTrue(
                        blobs.find(STORE, blobs.put(STORE, new byte[] {1})).isPresent()));
        assertTrue(bench().closeAndReopen());
        assertTrue(find(Task.of(2 * ROWS)).isPresent());
    }

    private void readInterrupted() {
        for (Runnable reading : List.<Runnable>of(
                () -> scanned(Query.of(Task.TABLE, STORE)),
                () -> storage().blobs().ifPresent(blobs -> blobs.find(STORE, Sha256.of(CONTENT))))) {
            Thread.currentThread().interrupt();
            try {
                reading.run();
            } catch (StorageException e) {
                // Its own call may fail.
            }
        }
    }

    /** Each worker in a store of its own, so that none waits for another's turn. */
    private void work(String name, List<Committed> told) {
        StoreId store = StoreId.of(name);
        for (int turn = 1; turn <= TURNS; turn++) {
            // As whoever is interrupted between two calls, or before the first.
            Thread.currentThread().interrupt();
            try {
                told.add(storage()
                        .commit(Changes.of(store, CommitId.of(name + ":" + turn))
                                .insert(Task.TABLE, Task.of(turn).in(store))
                                .link(Entry.TABLE, Entry.saying(store, name))));
                storage().select(Query.of(Task.TABLE, store));
                storage().blobs().ifPresent(blobs -> blobs.put(store, Work.contentOf(name)));
            } catch (StorageException e) {
                // Its own call may fail, as when the wait for a connection is cut short.
                Thread.interrupted();
            }
        }
    }

    private void assertThere(List<Committed> told) {
        for (Committed receipt : told) {
            String name = receipt.id().value();
            StoreId store = StoreId.of(name.substring(0, name.indexOf(':')));
            assertTrue(storage().committed(store, receipt.id()).isPresent(), name + " is lost");
        }
    }
}
