package io.storeops;

import io.storeops.id.StoreId;
import io.storeops.storage.Blobs;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import io.storeops.storage.Cursor;
import io.storeops.storage.Key;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A storage that lets a test do something between the load and the commit of somebody's act. */
public final class HookedStorage implements Storage {
    private static final Consumer<Changes> NOTHING = changes -> {};

    private static final Find NEVER = new Find(null, 0, () -> {});

    private final Storage storage;
    private final AtomicReference<Find> find = new AtomicReference<>(NEVER);
    private final AtomicReference<Consumer<Changes>> before = new AtomicReference<>(NOTHING);
    private final AtomicReference<Each> each = new AtomicReference<>(new Each(NOTHING, false));
    private final AtomicReference<Consumer<Changes>> after = new AtomicReference<>(NOTHING);
    private final AtomicReference<Predicate<Table<?>>> during = new AtomicReference<>(found -> false);

    private final boolean rowsOnly;

    public HookedStorage(Storage storage) {
        this(storage, false);
    }

    private HookedStorage(Storage storage, boolean rowsOnly) {
        this.storage = storage;
        this.rowsOnly = rowsOnly;
    }

    /** The same storage without a place for bytes. */
    public static HookedStorage rowsOnly(Storage storage) {
        return new HookedStorage(storage, true);
    }

    /** Runs once, between the next find in a table and its answer. */
    public void duringNextFind(Table<?> table, Runnable hook) {
        during.set(found -> {
            boolean now = found.equals(table);
            if (now) {
                hook.run();
            }
            return now;
        });
    }

    /** Runs once, before the next commit. */
    public void beforeNextCommit(Runnable hook) {
        before.set(changes -> hook.run());
    }

    /** Runs before every commit. */
    public void beforeEachCommit(Runnable hook) {
        before.set(new Consumer<>() {
            @Override
            public void accept(Changes changes) {
                hook.run();
                before.set(this);
            }
        });
    }

    /** Runs before every commit, or after every commit, whose answer is lost if it throws. */
    public void atEachCommit(Consumer<Changes> hook, boolean committed) {
        each.set(new Each(hook, committed));
    }

    private record Each(Consumer<Changes> hook, boolean committed) {}

    /** Runs once, after the next commit, whose answer is lost if it throws. */
    public void afterNextCommit(Consumer<Changes> hook) {
        after.set(hook);
    }

    /** Runs once, after so many looks for a row of a table and before the next. */
    public void beforeNextFind(Table<?> table, int looks, Runnable hook) {
        find.set(new Find(table, looks, hook));
    }

    private record Find(@Nullable Table<?> table, int looks, Runnable hook) {}

    @Override
    public Committed commit(Changes changes) {
        before.getAndSet(NOTHING).accept(changes);
        Each now = each.get();
        if (!now.committed()) {
            now.hook().accept(changes);
        }
        Committed committed = storage.commit(changes);
        if (now.committed()) {
            now.hook().accept(changes);
        }
        after.getAndSet(NOTHING).accept(changes);
        return committed;
    }

    @Override
    public <R> Optional<Versioned<R>> find(Table<R> table, Key key) {
        Find now = find.get();
        if (now.table() == table) {
            find.set(now.looks() == 0 ? NEVER : new Find(table, now.looks() - 1, now.hook()));
            if (now.looks() == 0) {
                now.hook().run();
            }
        }
        Optional<Versioned<R>> found = storage.find(table, key);
        Predicate<Table<?>> hook = during.getAndSet(other -> false);
        if (!hook.test(table)) {
            during.set(hook);
        }
        return found;
    }

    @Override
    public <R> Page<Versioned<R>> select(Query<R> query) {
        return storage.select(query);
    }

    @Override
    public <R> Scan<Versioned<R>> scan(Query<R> query) {
        return storage.scan(query);
    }

    @Override
    public Optional<Committed> committed(StoreId store, CommitId id) {
        return storage.committed(store, id);
    }

    @Override
    public Instant now(StoreId store) {
        return storage.now(store);
    }

    @Override
    public Page<StoreId> stores(Optional<Cursor> after) {
        return storage.stores(after);
    }

    @Override
    public Optional<Blobs> blobs() {
        return rowsOnly ? Optional.empty() : storage.blobs();
    }

    @Override
    public void close() {
        storage.close();
    }
}
