package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Query;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Versioned;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules S70 to S74: many threads at once. */
abstract class ThreadRules extends StorageRules {
    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Long> sortedNumbers(List<List<Committed>> receipts) {
        return receipts.stream()
                .flatMap(List::stream)
                .map(Committed::number)
                .sorted()
                .toList();
    }

    @Test
    @DisplayName("S70 two threads that change one row of one store lose no update, and no commit number is missing")
    void noLostUpdates() throws Exception {
        long each = 50;
        insert(Task.of(1).placed(BigDecimal.ZERO));
        List<Callable<List<Committed>>> writers = List.of(() -> addOnes("left", each), () -> addOnes("right", each));
        List<List<Committed>> receipts = Threads.together(writers);
        assertEquals(
                new Versioned<>(Task.of(1).placed(BigDecimal.valueOf(2 * each)), 2L * each + 1), stored(Task.of(1)));
        receipts.add(List.of(storage().committed(STORE, CommitId.of("commit-1")).orElseThrow()));
        assertEquals(upTo(2 * each + 1), sortedNumbers(receipts));
    }

    /** Reads, adds one and commits, again and again where somebody else was first. */
    private List<Committed> addOnes(String name, long times) {
        List<Committed> receipts = new ArrayList<>();
        while (receipts.size() < times) {
            Versioned<Task> read = stored(Task.of(1));
            Task next = read.value().placed(read.value().order().add(BigDecimal.ONE));
            try {
                receipts.add(storage()
                        .commit(Changes.of(STORE, CommitId.of(name + "-" + receipts.size()))
                                .replace(Task.TABLE, next, read.revision())));
            } catch (StaleWriteException e) {
                assertTrue(e.found() > read.revision(), "refused without cause: " + e.getMessage());
            }
        }
        return receipts;
    }

    @Test
    @DisplayName("S71 eight threads that link to one chain never conflict, and the chain is unbroken")
    void chain() throws Exception {
        int each = 25;
        List<Callable<List<Committed>>> writers = IntStream.range(0, 8)
                .mapToObj(writer -> Threads.work(() -> IntStream.range(0, each)
                        .mapToObj(i -> writer + "-" + i)
                        .map(text -> storage()
                                .commit(Changes.of(STORE, CommitId.of(text))
                                        .link(Entry.TABLE, Entry.saying(STORE, text))))
                        .toList()))
                .toList();
        List<List<Committed>> receipts = Threads.together(writers);
        List<Entry> chain = all(Query.of(Entry.TABLE, STORE));
        List<String> texts = chain.stream().map(Entry::said).toList();
        assertEquals(Entry.chainOf(STORE, texts), chain);
        assertEquals(
                receipts.stream()
                        .flatMap(List::stream)
                        .map(receipt -> receipt.id().value())
                        .sorted()
                        .toList(),
                texts.stream().sorted().toList());
        assertEquals(upTo(8L * each), sortedNumbers(receipts));
    }

    @Test
    @DisplayName("S72 a reader sees a commit wholly or not at all")
    void wholeCommits() throws Exception {
        insert(Task.of(1), Task.of(2), Task.of(3));
        AtomicBoolean written = new AtomicBoolean();
        Callable<Boolean> writer = () -> {
            try {
                for (int i = 1; i <= 100; i++) {
                    Changes changes = Changes.of(STORE, CommitId.of("turn-" + i));
                    for (long number = 1; number <= 3; number++) {
                        changes.replace(Task.TABLE, Task.of(number).by("turn-" + i), i);
                    }
                    storage().commit(changes);
                }
                return true;
            } finally {
                written.set(true);
            }
        };
        Callable<Boolean> reader = () -> {
            do {
                List<Versioned<Task>> read =
                        storage().select(Query.of(Task.TABLE, STORE)).items();
                assertEquals(3, read.size());
                assertEquals(
                        1,
                        read.stream()
                                .map(task -> task.value().owner())
                                .distinct()
                                .count(),
                        "half a commit: " + read);
                assertEquals(
                        1, read.stream().map(Versioned::revision).distinct().count(), "half a commit: " + read);
            } while (!written.get());
            return true;
        };
        assertEquals(List.of(true, true), Threads.together(List.of(writer, reader)));
    }

    @Test
    @DisplayName("S73 of many threads with one commit id exactly one commits, the others get its receipt")
    void oneOfMany() throws Exception {
        CommitId id = CommitId.of("the same");
        List<Callable<Committed>> writers = IntStream.range(0, 8)
                .<Callable<Committed>>mapToObj(writer -> () -> {
                    try {
                        return storage().commit(Changes.of(STORE, id).insert(Task.TABLE, Task.of(writer)));
                    } catch (DuplicateCommitException e) {
                        return e.first();
                    }
                })
                .toList();
        List<Committed> receipts = Threads.together(writers);
        assertEquals(1, receipts.stream().distinct().count(), "one receipt: " + receipts);
        assertEquals(1, all(Query.of(Task.TABLE, STORE)).size());
    }

    @Test
    @DisplayName("S74 threads at work in different stores do not refuse each other")
    void storesSideBySide() throws Exception {
        List<StoreId> stores = List.of(STORE, OTHER, StoreId.of("S3"), StoreId.of("S4"));
        List<Callable<List<Committed>>> writers = stores.stream()
                .<Callable<List<Committed>>>map(store -> () -> IntStream.range(0, 25)
                        .mapToObj(i -> storage()
                                .commit(Changes.of(store, CommitId.of("c" + i))
                                        .insert(Task.TABLE, Task.of(i).in(store))
                                        .link(Entry.TABLE, Entry.saying(store, "e" + i))))
                        .toList())
                .toList();
        for (List<Committed> receipts : Threads.together(writers)) {
            assertEquals(upTo(25), receipts.stream().map(Committed::number).toList());
        }
    }
}
