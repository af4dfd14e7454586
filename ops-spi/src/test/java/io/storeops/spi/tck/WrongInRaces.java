package io.storeops.spi.tck;

import io.storeops.storage.Changes;
import io.storeops.storage.Committed;
import io.storeops.storage.Key;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Storages that do outside of the commit what belongs into it; most are right as long as nobody else is there. */
class WrongInRaces extends WrongStorage {
    WrongInRaces(Storage right) {
        super(right);
    }

    /** As long as an answer from a server takes: what others do meanwhile is what these storages get wrong. */
    static void roundTrip() {
        LockSupport.parkNanos(50_000);
    }

    long revision(Table<?> table, Key key) {
        return find(table, key).map(Versioned::revision).orElse(0L);
    }

    void expect(Table<?> table, Key key, long revision) {
        long found = revision(table, key);
        if (found != revision) {
            throw new StaleWriteException(table, key, revision, found);
        }
    }

    /** The same changes with every replacement at the revision that its row happens to have. */
    Committed force(Changes changes) {
        while (true) {
            Changes forced = Changes.of(changes.store(), changes.id());
            changes.list().forEach(change -> addForced(forced, change));
            try {
                return super.commit(forced);
            } catch (StaleWriteException e) {
                if (changes.list().stream().noneMatch(change -> replaces(change, e.key()))) {
                    throw e;
                }
            }
        }
    }

    private static boolean replaces(Changes.Change<?> change, Key key) {
        return change instanceof Changes.Replace<?> replace
                && replace.table().keyOf(replace.row()).equals(key);
    }

    private <R> void addForced(Changes changes, Changes.Change<R> change) {
        if (change instanceof Changes.Replace<R> replace) {
            Table<R> table = replace.table();
            changes.replace(table, table.read(replace.row()), Math.max(1, revision(table, table.keyOf(replace.row()))));
        } else {
            add(changes, change);
        }
    }

    /** Reads the revision, compares, then writes: what {@code update ... where key = ?} does without the revision. */
    static class ComparingBefore extends WrongInRaces {
        ComparingBefore(Storage right) {
            super(right);
        }

        @Override
        public Committed commit(Changes changes) {
            if (changes.list().size() != 1 || !(changes.list().get(0) instanceof Changes.Replace<?> replace)) {
                return super.commit(changes);
            }
            expect(replace.table(), replace.table().keyOf(replace.row()), replace.revision());
            roundTrip();
            return force(changes);
        }
    }

    /** The same under a lock, which is right for one process and wrong for two. */
    static final class LockingAlone extends ComparingBefore {
        LockingAlone(Storage right) {
            super(right);
        }

        @Override
        public synchronized Committed commit(Changes changes) {
            return super.commit(changes);
        }
    }

    /** Replaces a row that exists, whatever its revision. */
    static final class AcceptingStaleWrites extends WrongInRaces {
        AcceptingStaleWrites(Storage right) {
            super(right);
        }

        @Override
        public Committed commit(Changes changes) {
            boolean single = changes.list().size() == 1
                    && changes.list().get(0) instanceof Changes.Replace<?> replace
                    && revision(replace.table(), replace.table().keyOf(replace.row())) > 0;
            return single ? force(changes) : super.commit(changes);
        }
    }

    /** Has never heard of read guards. */
    static final class IgnoringGuards extends WrongInRaces {
        IgnoringGuards(Storage right) {
            super(right);
        }

        @Override
        public Committed commit(Changes changes) {
            Changes unguarded = Changes.of(changes.store(), changes.id());
            changes.list().stream()
                    .filter(change -> !(change instanceof Changes.Unchanged<?>))
                    .forEach(change -> add(unguarded, change));
            if (unguarded.list().size() < changes.list().size()) {
                roundTrip();
            }
            return super.commit(unguarded);
        }
    }

    /** Looks at the guarded rows before the commit, not in it. */
    static final class GuardingBefore extends WrongInRaces {
        GuardingBefore(Storage right) {
            super(right);
        }

        @Override
        public Committed commit(Changes changes) {
            // A guard of a row that the commit itself writes belongs between its changes.
            Set<Key> written = new HashSet<>();
            changes.list().forEach(change -> keyOf(change).ifPresent(written::add));
            Changes unguarded = Changes.of(changes.store(), changes.id());
            boolean guarded = false;
            for (Changes.Change<?> change : changes.list()) {
                if (change instanceof Changes.Unchanged<?> guard && !written.contains(guard.key())) {
                    expect(guard.table(), guard.key(), guard.revision());
                    guarded = true;
                } else {
                    add(unguarded, change);
                }
            }
            if (guarded) {
                roundTrip();
            }
            return super.commit(unguarded);
        }

        private static Optional<Key> keyOf(Changes.Change<?> change) {
            if (change instanceof Changes.Insert<?> insert) {
                return Optional.of(insert.table().keyOf(insert.row()));
            }
            return change instanceof Changes.Replace<?> replace
                    ? Optional.of(replace.table().keyOf(replace.row()))
                    : Optional.empty();
        }
    }

    /** Reads the chain's head before the commit and inserts what follows it. */
    static final class LinkingBefore extends WrongInRaces {
        LinkingBefore(Storage right) {
            super(right);
        }

        @Override
        public Committed commit(Changes changes) {
            Map<Table<?>, Row> heads = new HashMap<>();
            Changes linked = Changes.of(changes.store(), changes.id());
            changes.list().forEach(change -> add(linked, change, heads));
            roundTrip();
            return super.commit(linked);
        }

        private <R> void add(Changes changes, Changes.Change<R> change, Map<Table<?>, Row> heads) {
            Table<R> table = change.table();
            if (change instanceof Changes.Link<R> link) {
                Optional<Row> head = Optional.ofNullable(heads.get(table))
                        .or(() -> select(Query.of(table, changes.store())
                                        .descendingOrder()
                                        .limit(1))
                                .items()
                                .stream()
                                .findFirst()
                                .map(last -> table.write(last.value())));
                Row next = link.rowAfter(head);
                heads.put(table, next);
                changes.insert(table, table.read(next));
            } else {
                if (change instanceof Changes.Insert<R> insert) {
                    heads.put(table, insert.row());
                }
                WrongStorage.add(changes, change);
            }
        }
    }

    /** Finds the keys first and then, one after the other, the rows. */
    static final class ReadingRowByRow extends WrongInRaces {
        ReadingRowByRow(Storage right) {
            super(right);
        }

        @Override
        public <R> Page<Versioned<R>> select(Query<R> query) {
            Page<Versioned<R>> page = super.select(query);
            Table<R> table = query.table();
            return new Page<>(
                    page.items().stream()
                            .flatMap(row -> {
                                if (page.items().size() == 3) {
                                    roundTrip();
                                }
                                return find(table, table.keyOf(table.write(row.value()))).stream();
                            })
                            .toList(),
                    page.next());
        }
    }
}
