package io.storeops.spi.tck;

import static io.storeops.spi.tck.StorageRules.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Query;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What the workers of the races do, the same in a thread of the test and in another process. */
enum Work {
    /** Adds one to a row, again and again where somebody else was first. */
    ADD,

    /** Links one entry a commit. */
    LINK,

    /** Commits a row of its own under the id that all use. */
    SAME,

    /** Replaces the guarded row until as many guards as the name says have done with it. */
    CHANGE,

    /** Inserts rows that say at which revision of the guarded row they were allowed. */
    GUARD,

    /** Claims whatever nobody has a lease of. */
    CLAIM,

    /** Replaces three rows in each commit until the reader has read enough. */
    TURN,

    /** Reads the three rows until it has met them at as many revisions as asked for. */
    READ,

    /** Fills the store that the name says. */
    FILL,

    /** Keeps bytes, then commits two rows that name them and an entry. */
    KEEP;

    /** How many turns there are at most. */
    static final int TURNS = 20_000;

    /** So often a worker must have met others; a fast storage has done all that is asked for before they come. */
    private static final int MEETINGS = 5;

    /** How many times what is asked for a worker does at most if it never meets anybody. */
    private static final int PATIENCE = 8;

    /** How far the rows of one worker are from those of the next. */
    private static final long APART = 1_000_000;

    /** Longer than any test takes. */
    private static final Duration LEASE = Duration.ofHours(1);

    /** Does the job and tells of each receipt as soon as it has it. */
    void on(Storage storage, Job job, Consumer<Committed> acknowledged) {
        switch (this) {
            case ADD -> add(storage, job, acknowledged);
            case LINK -> link(storage, job, acknowledged);
            case SAME -> same(storage, job, acknowledged);
            case CHANGE -> change(storage, job, acknowledged);
            case GUARD -> guard(storage, job, acknowledged);
            case CLAIM -> claim(storage, job, acknowledged);
            case TURN -> turn(storage, job, acknowledged);
            case READ -> read(storage, job, acknowledged);
            case FILL -> fill(storage, job, acknowledged);
            case KEEP -> keep(storage, job, acknowledged);
        }
    }

    static CommitId revisionId(long revision) {
        return CommitId.of("revision-" + revision);
    }

    /** The bytes that {@link #KEEP} keeps with a commit. */
    static byte[] contentOf(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    private static CommitId idOf(Job job, int i) {
        return CommitId.of(job.work() + "-" + job.name() + "-" + i);
    }

    private static boolean goesOn(Job job, int done, int met) {
        return done < job.times() || (met < MEETINGS && done < PATIENCE * job.times());
    }

    private static CommitId doneId(String worker) {
        return CommitId.of("done-" + worker);
    }

    private static boolean areDone(Storage storage, int workers) {
        return IntStream.rangeClosed(1, workers)
                .allMatch(worker -> storage.committed(STORE, doneId(Integer.toString(worker)))
                        .isPresent());
    }

    private static Versioned<Task> task(Storage storage, long number) {
        return storage.find(Task.TABLE, Task.of(number).key()).orElseThrow();
    }

    private static void add(Storage storage, Job job, Consumer<Committed> acknowledged) {
        int done = 0;
        int refused = 0;
        while (goesOn(job, done, refused)) {
            Versioned<Task> read = task(storage, 1);
            Task next = read.value().placed(read.value().order().add(BigDecimal.ONE));
            Changes changes = Changes.of(STORE, idOf(job, done)).replace(Task.TABLE, next, read.revision());
            if (commits(storage, changes, read.revision(), acknowledged)) {
                done++;
            } else {
                refused++;
            }
        }
    }

    private static void link(Storage storage, Job job, Consumer<Committed> acknowledged) {
        long last = 0;
        int met = 0;
        for (int done = 0; goesOn(job, done, met); done++) {
            CommitId id = idOf(job, done);
            Committed receipt =
                    storage.commit(Changes.of(STORE, id).link(Entry.TABLE, Entry.saying(STORE, id.value())));
            acknowledged.accept(receipt);
            met += receipt.number() == last + 1 ? 0 : 1;
            last = receipt.number();
        }
    }

    private static void same(Storage storage, Job job, Consumer<Committed> acknowledged) {
        Task own = Task.of(Long.parseLong(job.name()));
        try {
            acknowledged.accept(
                    storage.commit(Changes.of(STORE, CommitId.of("the same")).insert(Task.TABLE, own)));
        } catch (DuplicateCommitException e) {
            acknowledged.accept(e.first());
        }
    }

    private static void change(Storage storage, Job job, Consumer<Committed> acknowledged) {
        int guards = Integer.parseInt(job.name());
        for (int i = 0; i < job.times() && !areDone(storage, guards); i++) {
            Versioned<Task> read = task(storage, 1);
            acknowledged.accept(storage.commit(Changes.of(STORE, revisionId(read.revision() + 1))
                    .replace(Task.TABLE, read.value(), read.revision())));
        }
    }

    private static void guard(Storage storage, Job job, Consumer<Committed> acknowledged) {
        int done = 0;
        int refused = 0;
        while (goesOn(job, done, refused)) {
            long revision = task(storage, 1).revision();
            CommitId id = idOf(job, done);
            Task row = Task.of(APART * Long.parseLong(job.name()) + done)
                    .by(id.value())
                    .placed(BigDecimal.valueOf(revision));
            Changes changes = Changes.of(STORE, id)
                    .unchanged(Task.TABLE, Task.of(1).key(), revision)
                    .insert(Task.TABLE, row);
            if (commits(storage, changes, revision, acknowledged)) {
                done++;
            } else {
                refused++;
            }
        }
        acknowledged.accept(storage.commit(Changes.of(STORE, doneId(job.name()))));
    }

    private static void claim(Storage storage, Job job, Consumer<Committed> acknowledged) {
        for (int number = 1; number <= job.times(); number++) {
            Versioned<Task> read = task(storage, number);
            Instant now = storage.now(STORE);
            if (!read.value().dueAt().isAfter(now)) {
                Task claimed = read.value().by(job.name()).due(now.plus(LEASE));
                commits(
                        storage,
                        Changes.of(STORE, idOf(job, number)).replace(Task.TABLE, claimed, read.revision()),
                        read.revision(),
                        acknowledged);
            }
        }
    }

    private static void turn(Storage storage, Job job, Consumer<Committed> acknowledged) {
        for (int i = 1; i <= job.times() && !areDone(storage, 1); i++) {
            Changes changes = Changes.of(STORE, idOf(job, i));
            for (long number = 1; number <= 3; number++) {
                changes.replace(Task.TABLE, Task.of(number).by("turn-" + i), i);
            }
            acknowledged.accept(storage.commit(changes));
        }
    }

    private static void read(Storage storage, Job job, Consumer<Committed> acknowledged) {
        Set<Long> met = new HashSet<>();
        long last = 0;
        while (met.size() < job.times()
                && last <= TURNS
                && !Thread.currentThread().isInterrupted()) {
            List<Versioned<Task>> read =
                    storage.select(Query.of(Task.TABLE, STORE)).items();
            assertEquals(3, read.size());
            assertEquals(1, read.stream().map(Versioned::revision).distinct().count(), "half a commit: " + read);
            List<String> owners =
                    read.stream().map(task -> task.value().owner()).distinct().toList();
            assertEquals(1, owners.size(), "half a commit: " + read);
            last = read.get(0).revision();
            met.add(last);
        }
        acknowledged.accept(storage.commit(Changes.of(STORE, doneId(job.name()))));
    }

    private static void fill(Storage storage, Job job, Consumer<Committed> acknowledged) {
        StoreId store = StoreId.of(job.name());
        for (int i = 0; i < job.times(); i++) {
            acknowledged.accept(storage.commit(Changes.of(store, idOf(job, i))
                    .insert(Task.TABLE, Task.of(i).in(store))
                    .link(Entry.TABLE, Entry.saying(store, "e" + i))));
        }
    }

    private static void keep(Storage storage, Job job, Consumer<Committed> acknowledged) {
        for (int i = 0; i < job.times(); i++) {
            CommitId id = idOf(job, i);
            long number = 2 * (job.times() * Long.parseLong(job.name()) + i);
            storage.blobs().ifPresent(blobs -> blobs.put(STORE, contentOf(id.value())));
            acknowledged.accept(storage.commit(Changes.of(STORE, id)
                    .insert(Task.TABLE, Task.of(number).by(id.value()))
                    .insert(Task.TABLE, Task.of(number + 1).by(id.value()))
                    .link(Entry.TABLE, Entry.saying(STORE, id.value()))));
        }
    }

    /** Commits what rests on a row of a revision; false if somebody else was first. */
    private static boolean commits(Storage storage, Changes changes, long revision, Consumer<Committed> acknowledged) {
        try {
            acknowledged.accept(storage.commit(changes));
            return true;
        } catch (StaleWriteException e) {
            assertTrue(e.found() > revision, "refused without cause: " + e.getMessage());
            return false;
        }
    }
}
