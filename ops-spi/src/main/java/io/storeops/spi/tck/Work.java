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
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What the workers of the races do, the same in a thread of the test and in another process. */
enum Work {
    /** Adds one to a row, again and again where somebody else was first. */
    ADD {
        @Override
        void on(Storage storage, Job job, Consumer<Committed> acknowledged) {
            int done = 0;
            while (done < job.times()) {
                Versioned<Task> read = task(storage, 1);
                Task next = read.value().placed(read.value().order().add(BigDecimal.ONE));
                try {
                    acknowledged.accept(storage.commit(
                            Changes.of(STORE, idOf(job, done)).replace(Task.TABLE, next, read.revision())));
                    done++;
                } catch (StaleWriteException e) {
                    assertTrue(e.found() > read.revision(), "refused without cause: " + e.getMessage());
                }
            }
        }
    },

    /** Links one entry a commit. */
    LINK {
        @Override
        void on(Storage storage, Job job, Consumer<Committed> acknowledged) {
            for (int i = 0; i < job.times(); i++) {
                CommitId id = idOf(job, i);
                acknowledged.accept(
                        storage.commit(Changes.of(STORE, id).link(Entry.TABLE, Entry.saying(STORE, id.value()))));
            }
        }
    },

    /** Commits a row of its own under the id that all use. */
    SAME {
        @Override
        void on(Storage storage, Job job, Consumer<Committed> acknowledged) {
            Task own = Task.of(Long.parseLong(job.name()));
            try {
                acknowledged.accept(storage.commit(
                        Changes.of(STORE, CommitId.of("the same")).insert(Task.TABLE, own)));
            } catch (DuplicateCommitException e) {
                acknowledged.accept(e.first());
            }
        }
    },

    /** Replaces the guarded row until as many guards as the name says have done with it. */
    CHANGE {
        @Override
        void on(Storage storage, Job job, Consumer<Committed> acknowledged) {
            int guards = Integer.parseInt(job.name());
            for (int i = 0; i < job.times() && !guardsAreDone(storage, guards); i++) {
                Versioned<Task> read = task(storage, 1);
                acknowledged.accept(storage.commit(Changes.of(STORE, revisionId(read.revision() + 1))
                        .replace(Task.TABLE, read.value(), read.revision())));
            }
        }
    },

    /** Inserts rows that say at which revision of the guarded row they were allowed. */
    GUARD {
        @Override
        void on(Storage storage, Job job, Consumer<Committed> acknowledged) {
            int done = 0;
            while (done < job.times()) {
                long revision = task(storage, 1).revision();
                CommitId id = idOf(job, done);
                Task row = Task.of(1000 * Long.parseLong(job.name()) + done)
                        .by(id.value())
                        .placed(BigDecimal.valueOf(revision));
                try {
                    acknowledged.accept(storage.commit(Changes.of(STORE, id)
                            .unchanged(Task.TABLE, Task.of(1).key(), revision)
                            .insert(Task.TABLE, row)));
                    done++;
                } catch (StaleWriteException e) {
                    assertTrue(e.found() > revision, "refused without cause: " + e.getMessage());
                }
            }
            storage.commit(Changes.of(STORE, doneId(job.name())));
        }
    },

    /** Claims whatever nobody has a lease of. */
    CLAIM {
        @Override
        void on(Storage storage, Job job, Consumer<Committed> acknowledged) {
            for (int number = 1; number <= job.times(); number++) {
                Versioned<Task> read = task(storage, number);
                Instant now = storage.now(STORE);
                if (!read.value().dueAt().isAfter(now)) {
                    Task claimed = read.value().by(job.name()).due(now.plus(LEASE));
                    try {
                        acknowledged.accept(storage.commit(
                                Changes.of(STORE, idOf(job, number)).replace(Task.TABLE, claimed, read.revision())));
                    } catch (StaleWriteException e) {
                        assertTrue(e.found() > read.revision(), "refused without cause: " + e.getMessage());
                    }
                }
            }
        }
    },

    /** Replaces three rows in each commit. */
    TURN {
        @Override
        void on(Storage storage, Job job, Consumer<Committed> acknowledged) {
            for (int i = 1; i <= job.times(); i++) {
                Changes changes = Changes.of(STORE, idOf(job, i));
                for (long number = 1; number <= 3; number++) {
                    changes.replace(Task.TABLE, Task.of(number).by("turn-" + i), i);
                }
                acknowledged.accept(storage.commit(changes));
            }
        }
    },

    /** Reads the three rows until they are at their last turn. */
    READ {
        @Override
        void on(Storage storage, Job job, Consumer<Committed> acknowledged) {
            List<Versioned<Task>> read;
            do {
                read = storage.select(Query.of(Task.TABLE, STORE)).items();
                assertEquals(3, read.size());
                assertEquals(
                        1, read.stream().map(Versioned::revision).distinct().count(), "half a commit: " + read);
                List<String> owners = read.stream()
                        .map(task -> task.value().owner())
                        .distinct()
                        .toList();
                assertEquals(1, owners.size(), "half a commit: " + read);
            } while (read.get(0).revision() <= job.times()
                    && !Thread.currentThread().isInterrupted());
        }
    },

    /** Fills the store that the name says. */
    FILL {
        @Override
        void on(Storage storage, Job job, Consumer<Committed> acknowledged) {
            StoreId store = StoreId.of(job.name());
            for (int i = 0; i < job.times(); i++) {
                acknowledged.accept(storage.commit(Changes.of(store, idOf(job, i))
                        .insert(Task.TABLE, Task.of(i).in(store))
                        .link(Entry.TABLE, Entry.saying(store, "e" + i))));
            }
        }
    },

    /** Keeps bytes, then commits two rows that name them and an entry. */
    KEEP {
        @Override
        void on(Storage storage, Job job, Consumer<Committed> acknowledged) {
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
    };

    /** Longer than any test takes. */
    private static final Duration LEASE = Duration.ofHours(1);

    /** Does the job and tells of each receipt as soon as it has it. */
    abstract void on(Storage storage, Job job, Consumer<Committed> acknowledged);

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

    private static CommitId doneId(String guard) {
        return CommitId.of("done-" + guard);
    }

    private static boolean guardsAreDone(Storage storage, int guards) {
        return IntStream.rangeClosed(1, guards)
                .allMatch(guard -> storage.committed(STORE, doneId(Integer.toString(guard)))
                        .isPresent());
    }

    private static Versioned<Task> task(Storage storage, long number) {
        return storage.find(Task.TABLE, Task.of(number).key()).orElseThrow();
    }
}
