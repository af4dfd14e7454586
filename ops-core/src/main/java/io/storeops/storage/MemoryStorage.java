package io.storeops.storage;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/**
 * The storage that forgets at the end of the process, and the reference for all others: it passes the same compatibility
 * kit. Thread-safe; commits of one store follow each other, reads of a store wait for none but its running commit.
 *
 * <p>A file adapter builds on it with {@link #restored}: it loads what it has and gets every commit, as rows, before the
 * commit becomes visible.
 */
public final class MemoryStorage implements Storage {
    private static final CommitLog NO_LOG = (store, committed, rows) -> {};
    private static final TableRows.Source ALL_IN_MEMORY = (store, table) -> TableRows.inMemory(table);

    private final ConcurrentSkipListMap<StoreId, StoreMemory> stores = new ConcurrentSkipListMap<>();
    private final Clock clock;
    private final CommitLog log;
    private final TableRows.Source source;
    private final MemoryBlobs blobs = new MemoryBlobs(this::refuseIfClosed);
    private volatile boolean closed;

    private MemoryStorage(Clock clock, CommitLog log, TableRows.Source source) {
        this.clock = requireNonNull(clock, "clock");
        this.log = requireNonNull(log, "log");
        this.source = requireNonNull(source, "source");
    }

    /**
     * An empty storage.
     *
     * @param clock the storage's own time
     * @return the storage
     */
    public static MemoryStorage empty(Clock clock) {
        return new MemoryStorage(clock, NO_LOG, ALL_IN_MEMORY);
    }

    /**
     * A storage with what an adapter kept, which writes every further commit to the adapter first.
     *
     * @param clock the storage's own time
     * @param log where commits are written
     * @param source where the rows of a table are; {@link TableRows#inMemory} for tables that are loaded
     * @param content loads what was kept; called once, before this method returns
     * @return the storage
     */
    public static MemoryStorage restored(
            Clock clock, CommitLog log, TableRows.Source source, Consumer<Loader> content) {
        MemoryStorage storage = new MemoryStorage(clock, log, source);
        content.accept(storage.new Loader());
        return storage;
    }

    /** Puts kept rows and receipts into a new storage, in any order; a row loaded again replaces the one before. */
    public final class Loader {
        private Loader() {}

        /**
         * Loads a row.
         *
         * @param row the row
         * @param revision its revision
         */
        public void row(Row row, long revision) {
            memory(row.store()).put(row, revision);
        }

        /**
         * Loads a receipt.
         *
         * @param store the store
         * @param committed the receipt
         */
        public void committed(StoreId store, Committed committed) {
            memory(store).remember(committed);
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new StorageClosedException();
        }
    }

    private StoreMemory memory(StoreId store) {
        refuseIfClosed();
        return stores.computeIfAbsent(store, missing -> new StoreMemory(missing, source));
    }

    private Optional<StoreMemory> findMemory(StoreId store) {
        refuseIfClosed();
        return Optional.ofNullable(stores.get(store));
    }

    @Override
    public <R> Optional<Versioned<R>> find(Table<R> table, Key key) {
        StoreId store = StoreId.of((String) key.values().get(0));
        return findMemory(store)
                .flatMap(memory -> memory.find(table, key))
                .map(stored -> new Versioned<>(table.read(stored.row()), stored.revision()));
    }

    @Override
    public <R> Page<Versioned<R>> select(Query<R> query) {
        List<CommitLog.Written> found = rows(query, query.limit() + 1L);
        boolean more = found.size() > query.limit();
        List<CommitLog.Written> page = more ? found.subList(0, query.limit()) : found;
        return new Page<>(
                page.stream()
                        .map(stored -> new Versioned<>(query.table().read(stored.row()), stored.revision()))
                        .toList(),
                more ? Optional.of(query.cursorAfter(page.get(page.size() - 1).row())) : Optional.empty());
    }

    private List<CommitLog.Written> rows(Query<?> query, long limit) {
        return findMemory(query.store())
                .map(memory -> memory.select(query, limit))
                .orElse(List.of());
    }

    @Override
    public <R> Scan<Versioned<R>> scan(Query<R> query) {
        refuseIfClosed();
        // A row that only ever stands in one place can be met page by page; others could move behind the page.
        Iterator<CommitLog.Written> rows = query.table().appendOnly()
                ? new RowPages(query, this::rows)
                : rows(query, Long.MAX_VALUE).iterator();
        return new RowScan<>(query.table(), rows, this::refuseIfClosed);
    }

    @Override
    public Committed commit(Changes changes) {
        return memory(changes.store()).commit(changes, this::time, log);
    }

    @Override
    public Optional<Committed> committed(StoreId store, CommitId id) {
        return findMemory(store).flatMap(memory -> memory.committed(id));
    }

    @Override
    public Instant now(StoreId store) {
        refuseIfClosed();
        return time();
    }

    private Instant time() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Page<StoreId> stores(Optional<Cursor> after) {
        refuseIfClosed();
        List<StoreId> found = new ArrayList<>();
        for (StoreMemory memory : after.map(cursor -> stores.tailMap(StoreId.of(cursor.text()), false))
                .orElse(stores)
                .values()) {
            if (memory.commits() > 0) {
                found.add(memory.store());
            }
            if (found.size() == Query.DEFAULT_LIMIT) {
                return new Page<>(found, Optional.of(new Cursor(memory.store().value())));
            }
        }
        return new Page<>(found, Optional.empty());
    }

    @Override
    public Optional<Blobs> blobs() {
        refuseIfClosed();
        return Optional.of(blobs);
    }

    @Override
    public void close() {
        closed = true;
        stores.clear();
        blobs.clear();
    }
}
