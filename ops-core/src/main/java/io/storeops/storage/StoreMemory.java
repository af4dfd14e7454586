package io.storeops.storage;

import io.storeops.id.StoreId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
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
            PendingRows pending = new PendingRows(this::stored);
            changes.list().forEach(pending::add);
            Committed committed = new Committed(changes.id(), lastNumber + 1, time.get());
            List<CommitLog.Written> rows = pending.rows();
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
}
