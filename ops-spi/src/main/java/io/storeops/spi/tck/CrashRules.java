package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.Sha256;
import io.storeops.storage.Blobs;
import io.storeops.storage.Committed;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules S83 and S84: what is there after a process that nobody closed. */
abstract class CrashRules extends StorageRules {
    private static final int WRITERS = 4;
    private static final int ENOUGH = 40;

    @Test
    @DisplayName(
            "S83 everything that a killed process was told is committed is there, and no commit is there by halves")
    void killed() throws Exception {
        insert(Task.of(-1).by("before"));
        commit(changes().link(Entry.TABLE, Entry.saying(STORE, "before")));
        List<Job> jobs = IntStream.rangeClosed(1, WRITERS)
                .mapToObj(writer -> new Job(Work.KEEP, 100_000, Integer.toString(writer)))
                .toList();
        List<Committed> told = bench().whileClosed(() -> {
            try (ProcessSite site = ProcessSite.start(bench().process())) {
                return site.performAndDie(jobs, ENOUGH);
            }
        });
        assertTrue(told.size() >= ENOUGH, "it was killed after " + told.size());
        assertThere(told);
        bench().whileClosed(() -> true);
        assertThere(told);
        assertGoesOn();
    }

    private void assertThere(List<Committed> told) {
        Map<String, List<Task>> tasks = all(Query.of(Task.TABLE, STORE).limit(100_000)).stream()
                .filter(task -> task.number() >= 0)
                .collect(Collectors.groupingBy(Task::owner));
        // Read after the tasks: a server may still commit what the dead process had asked for.
        List<Entry> chain = all(Query.of(Entry.TABLE, STORE).limit(100_000));
        List<String> said = chain.stream().map(Entry::said).toList();
        assertEquals(Entry.chainOf(STORE, said), chain);
        tasks.forEach((id, rows) -> assertEquals(2, rows.size(), "half a commit: " + rows));
        assertTrue(said.containsAll(tasks.keySet()), "half a commit: a row without its entry");
        for (Committed receipt : told) {
            String id = receipt.id().value();
            assertEquals(Optional.of(receipt), storage().committed(STORE, receipt.id()));
            assertTrue(tasks.containsKey(id), "the rows of " + id + " are lost");
            // The first commit of the store has no entry, each further one has one.
            assertEquals(id, said.get((int) receipt.number() - 2));
            assertBytesAreThere(id);
        }
    }

    private void assertBytesAreThere(String id) {
        Optional<Blobs> blobs = storage().blobs();
        if (blobs.isPresent()) {
            byte[] content = Work.contentOf(id);
            assertArrayEquals(
                    content,
                    blobs.get()
                            .find(STORE, Sha256.of(content))
                            .orElseThrow(() -> new AssertionError("the bytes of " + id + " are lost")));
        }
    }

    private void assertGoesOn() {
        Committed next = commit(changes().link(Entry.TABLE, Entry.saying(STORE, "after")));
        Entry last = all(Query.of(Entry.TABLE, STORE).limit(100_000)).stream()
                .filter(entry -> entry.said().equals("after"))
                .findFirst()
                .orElseThrow();
        assertEquals(next.number(), last.number() + 1, "a number was given twice, or left out");
    }

    /** The same without a process: for a storage that a second handle can open while nobody closed the first. */
    abstract static class Abandoned extends StorageRules {
        @Test
        @DisplayName("S84 what one handle was told is committed, another sees at once, though nobody closed the first")
        void abandoned() {
            Committed first = insert(Task.of(1).by("left"));
            Storage another = bench().another();
            assertEquals(Optional.of(first), another.committed(STORE, first.id()));
            assertEquals(1, another.select(Query.of(Task.TABLE, STORE)).items().size());
            Committed second = commit(changes().replace(Task.TABLE, Task.of(1).by("again"), 1));
            assertEquals(2, second.number());
            assertEquals(
                    Optional.of("again"),
                    another.find(Task.TABLE, Task.of(1).key())
                            .map(found -> found.value().owner()));
            byte[] content = Work.contentOf("bytes");
            storage().blobs().ifPresent(blobs -> {
                Sha256 name = blobs.put(STORE, content);
                assertArrayEquals(
                        content, another.blobs().orElseThrow().find(STORE, name).orElseThrow());
            });
        }
    }
}
