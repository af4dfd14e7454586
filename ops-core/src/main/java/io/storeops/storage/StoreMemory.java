package io.storeops.storage;

import io.storeops.id.StoreId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows and receipts of one store. A commit is decided on a view, logged, and only then applied. */
final class StoreMemory {
    private final StoreId store;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final TableRows.Source source;
    private final Map<Table<?>, TableRows> tables = new ConcurrentHashMap<>();
    private final Map<CommitId, Committed> commits = new HashMap<>();
    private long lastNumber;

    StoreMemory(StoreId store, TableRows.Source source) {
        this.store = store;
        this.source = source;
    }

    StoreId store() {
        return store;
    }

    long commits() {
        return reading(() -> lastNumber);
    }

    Optional<Committed> committed(CommitId id) {
        return reading(() -> Optional.ofNullable(commits.get(id)));
    }

    Optional<CommitLog.Written> find(Table<?> table, Key key) {
        return reading(() -> stored(table).find(key));
    }

    List<CommitLog.Written> select(Query<?> query, long limit) {
        return reading(() -> stored(query.table()).select(query, limit));
    }

    void put(Row row, long revision) {
        writing(() -> {
            apply(new CommitLog.Written(row, revision));
            return row;
        });
    }

    void remember(Committed committed) {
        writing(() -> {
            lastNumber = Math.max(lastNumber, committed.number());
            return commits.put(committed.id(), committed);
        });
    }

    Committed commit(Changes changes, Supplier<Instant> time, CommitLog log) {
        return writing(() -> {
            Committed first = commits.get(changes.id());
            if (first != null) {
                throw new DuplicateCommitException(store, first);
            }
            Pending pending = new Pending();
            changes.list().forEach(pending::add);
            Committed committed = new Committed(changes.id(), lastNumber + 1, time.get());
            List<CommitLog.Written> rows = List.copyOf(pending.rows.values());
            log.append(store, committed, rows);
            rows.forEach(this::apply);
            commits.put(committed.id(), committed);
            lastNumber = committed.number();
            return committed;
        });
    }

    private void apply(CommitLog.Written written) {
        stored(written.row().table()).put(written);
    }

    private TableRows stored(Table<?> table) {
        return tables.computeIfAbsent(table, missing -> source.rows(store, missing));
    }

    private <T extends @Nullable Object> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private <T extends @Nullable Object> T writing(Supplier<T> work) {
        lock.writeLock().lock();
        try {
            return work.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What a commit will leave, seen by its own later changes, invisible to everybody else. */
    private final class Pending {
        private final Map<RowId, CommitLog.Written> rows = new LinkedHashMap<>();

        void add(Changes.Change<?> change) {
            if (change instanceof Changes.Insert<?> insert) {
                write(insert.row(), 0);
            } else if (change instanceof Changes.Replace<?> replace) {
                write(replace.row(), replace.revision());
            } else if (change instanceof Changes.Unchanged<?> unchanged) {
                expect(unchanged.table(), unchanged.key(), unchanged.revision());
            } else if (change instanceof Changes.Link<?> link) {
                write(link.rowAfter(last(link.table())), 0);
            } else if (change instanceof Changes.Redact<?> redact) {
                CommitLog.Written now = find(redact.table(), redact.key())
                        .orElseThrow(() -> new StaleWriteException(redact.table(), redact.key(), 1, 0));
                write(now.row().without(redact.columns()), now.revision());
            }
        }

        private void write(Row row, long revision) {
            Key key = row.table().keyOf(row);
            expect(row.table(), key, revision);
            rows.put(new RowId(row.table(), key), new CommitLog.Written(row, revision + 1));
        }

        private Optional<CommitLog.Written> find(Table<?> table, Key key) {
            CommitLog.Written own = rows.get(new RowId(table, key));
            return own != null ? Optional.of(own) : stored(table).find(key);
        }

        private void expect(Table<?> table, Key key, long revision) {
            long found = find(table, key).map(CommitLog.Written::revision).orElse(0L);
            if (found != revision) {
                throw new StaleWriteException(table, key, revision, found);
            }
        }

        private Optional<Row> last(Table<?> table) {
            Stream<Row> own = rows.values().stream().map(CommitLog.Written::row).filter(row -> row.table() == table);
            return Stream.concat(stored(table).last().stream(), own).max(Comparator.comparing(table::keyOf));
        }
    }

    private record RowId(Table<?> table, Key key) {}
}
