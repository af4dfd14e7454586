package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules S70 to S76: many workers at once, wherever they are. */
abstract class RaceRules extends StorageRules {
    /** Where the workers are, ready to begin. */
    abstract List<Site> sites();

    /** Spreads the jobs over the sites, all at once, and gives all receipts. */
    private List<Committed> perform(List<Job> jobs) throws Exception {
        List<Site> sites = sites();
        List<Callable<List<Committed>>> work = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            int first = i;
            List<Job> here = IntStream.range(0, jobs.size())
                    .filter(job -> job % sites.size() == first)
                    .mapToObj(jobs::get)
                    .toList();
            work.add(() -> sites.get(first).perform(here));
        }
        return Threads.together(work).stream().flatMap(List::stream).toList();
    }

    private static List<Job> jobs(int workers, Work work, int times) {
        return IntStream.rangeClosed(1, workers)
                .mapToObj(worker -> new Job(work, times, Integer.toString(worker)))
                .toList();
    }

    private static void assertNumbered(long first, List<Committed> receipts) {
        assertEquals(
                LongStream.range(first, first + receipts.size()).boxed().toList(),
                receipts.stream().map(Committed::number).sorted().toList());
    }

    private void assertLookedUp(List<Committed> receipts) {
        for (Committed receipt : receipts) {
            assertEquals(receipt, storage().committed(STORE, receipt.id()).orElseThrow());
        }
    }

    @Test
    @DisplayName("S70 workers that change one row of one store lose no update, and no commit number is missing")
    void noLostUpdates() throws Exception {
        insert(Task.of(1).placed(BigDecimal.ZERO));
        List<Committed> receipts = perform(jobs(2, Work.ADD, 50));
        long sum = receipts.size();
        assertEquals(new Versioned<>(Task.of(1).placed(BigDecimal.valueOf(sum)), sum + 1), stored(Task.of(1)));
        assertNumbered(2, receipts);
        assertLookedUp(receipts);
    }

    @Test
    @DisplayName("S71 sixteen writers that link to one chain never conflict, and the chain is unbroken")
    void chain() throws Exception {
        List<Committed> receipts = perform(jobs(16, Work.LINK, 12));
        List<Entry> chain = all(Query.of(Entry.TABLE, STORE).limit(100_000));
        List<String> texts = chain.stream().map(Entry::said).toList();
        assertEquals(Entry.chainOf(STORE, texts), chain);
        assertEquals(
                receipts.stream().map(receipt -> receipt.id().value()).sorted().toList(),
                texts.stream().sorted().toList());
        assertNumbered(1, receipts);
    }

    @Test
    @DisplayName("S72 a reader sees a commit wholly or not at all")
    void wholeCommits() throws Exception {
        insert(Task.of(1).by("turn-0"), Task.of(2).by("turn-0"), Task.of(3).by("turn-0"));
        assertNumbered(2, perform(List.of(new Job(Work.TURN, Work.TURNS, "1"), new Job(Work.READ, 20, "1"))));
    }

    @Test
    @DisplayName("S73 of many workers with one commit id exactly one commits, the others get its receipt")
    void oneOfMany() throws Exception {
        List<Committed> receipts = perform(jobs(8, Work.SAME, 1));
        assertEquals(8, receipts.size());
        assertEquals(1, receipts.stream().distinct().count(), "one receipt: " + receipts);
        assertEquals(1, all(Query.of(Task.TABLE, STORE)).size());
    }

    @Test
    @DisplayName("S74 workers in different stores do not refuse each other")
    void storesSideBySide() throws Exception {
        List<StoreId> stores = List.of(STORE, OTHER, StoreId.of("S3"), StoreId.of("S4"));
        List<Committed> receipts = perform(stores.stream()
                .map(store -> new Job(Work.FILL, 25, store.value()))
                .toList());
        assertEquals(100, receipts.size());
        for (StoreId store : stores) {
            List<Committed> own = receipts.stream()
                    .filter(receipt -> storage().committed(store, receipt.id()).equals(Optional.of(receipt)))
                    .toList();
            assertEquals(25, own.size());
            assertNumbered(1, own);
            assertEquals(25, all(Query.of(Entry.TABLE, store)).size());
        }
    }

    @Test
    @DisplayName(
            "S75 while a row changes, each commit that it guards fits the revision that stood when it was numbered")
    void guards() throws Exception {
        int guards = 3;
        commit(Changes.of(STORE, Work.revisionId(1)).insert(Task.TABLE, Task.of(1)));
        List<Job> jobs = new ArrayList<>(jobs(guards, Work.GUARD, 20));
        jobs.add(new Job(Work.CHANGE, 100_000, Integer.toString(guards)));
        List<Committed> receipts = perform(jobs);
        assertNumbered(2, receipts);
        List<Task> guarded = all(Query.of(Task.TABLE, STORE).limit(100_000)).stream()
                .filter(task -> task.number() > 1)
                .toList();
        assertEquals(
                receipts.stream()
                        .filter(receipt -> receipt.id().value().startsWith(Work.GUARD.name()))
                        .count(),
                guarded.size());
        guarded.forEach(this::assertRevisionStood);
    }

    /** The guarded row was at the revision that the task tells of when the task was committed. */
    private void assertRevisionStood(Task task) {
        long number = storage()
                .committed(STORE, CommitId.of(task.owner()))
                .orElseThrow()
                .number();
        long revision = task.order().longValueExact();
        Optional<Committed> written = storage().committed(STORE, Work.revisionId(revision));
        Optional<Committed> replaced = storage().committed(STORE, Work.revisionId(revision + 1));
        assertTrue(
                written.orElseThrow().number() < number
                        && replaced.map(next -> number < next.number()).orElse(true),
                () -> "commit " + number + " relied on revision " + revision + ", which stood from " + written + " to "
                        + replaced);
    }

    @Test
    @DisplayName("S76 of many workers that claim with a lease in the storage's time, one gets each row")
    void claims() throws Exception {
        int rows = 30;
        insert(LongStream.rangeClosed(1, rows)
                .mapToObj(number -> Task.of(number).by("nobody").due(Instant.EPOCH))
                .toArray(Task[]::new));
        List<Committed> receipts = perform(jobs(8, Work.CLAIM, rows));
        assertNumbered(2, receipts);
        Stream<String> claims = all(Query.of(Task.TABLE, STORE)).stream()
                .map(task -> Work.CLAIM + "-" + task.owner() + "-" + task.number());
        assertEquals(
                claims.sorted().toList(),
                receipts.stream().map(receipt -> receipt.id().value()).sorted().toList());
        for (long number = 1; number <= rows; number++) {
            assertEquals(2, stored(Task.of(number)).revision());
        }
    }
}
