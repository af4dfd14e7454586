package io.storeops.storage;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one store, to look at. What a decision is given instead of the whole {@link Storage}: it can reach no other
 * store and change nothing. Thread-safe as its storage is, but for
 * one that remembers.
 */
public final class StoreView {
    private final Storage storage;
    private final StoreId store;

    private final @Nullable Map<Object, Object> memory;

    /** Rows of {@link #all} whose keys nobody has asked for yet, by table. */
    private final Map<Table<?>, List<Versioned<?>>> unkeyed = new HashMap<>();

    private StoreView(Storage storage, StoreId store, @Nullable Map<Object, Object> memory) {
        this.storage = requireNonNull(storage, "storage");
        this.store = requireNonNull(store, "store");
        this.memory = memory;
    }

    /**
     * The rows of a store.
     *
     * @param storage where they are
     * @param store the store
     * @return the view
     */
    public static StoreView of(Storage storage, StoreId store) {
        return new StoreView(storage, store, null);
    }

    /**
     * The rows of a store, of which each that is found and each answer of {@link #all} is read once and given again as it was: what
     * one decision relies on is one state, and is loaded once. A row that is found has the revision under which {@link #all} gave it, so
     * whoever changed it in between makes the commit fail. For one thread and one decision.
     *
     * @param storage where they are
     * @param store the store
     * @return the view
     */
    public static StoreView remembering(Storage storage, StoreId store) {
        return new StoreView(storage, store, new HashMap<>());
    }

    /**
     * The store.
     *
     * @return its id
     */
    public StoreId store() {
        return store;
    }

    /**
     * Does something when nothing can undo what was read any more: {@link Storage#afterCommit}.
     *
     * @param next what to do
     */
    public void afterCommit(Runnable next) {
        storage.afterCommit(next);
    }

    /**
     * One row.
     *
     * @param <R> the record
     * @param table the table
     * @param key the row's key
     * @return the record with its revision, empty if there is none
     * @throws IllegalArgumentException if the key is another store's
     */
    public <R> Optional<Versioned<R>> find(Table<R> table, Key key) {
        if (!key.values().get(0).equals(store.value())) {
            throw otherStore(table, String.valueOf(key.values().get(0)));
        }
        if (memory != null) {
            List<Versioned<?>> rows = unkeyed.remove(table);
            if (rows != null) {
                rows.forEach(row -> memory.putIfAbsent(List.of(table, keyOf(table, row)), Optional.of(row)));
            }
        }
        return once(List.of(table, key), () -> storage.find(table, key));
    }

    @SuppressWarnings("unchecked") // rows are kept under their own table
    private static <R> Key keyOf(Table<R> table, Versioned<?> row) {
        return table.keyOf(table.write((R) row.value()));
    }

    /**
     * A page of rows.
     *
     * @param <R> the record
     * @param query which, in what order, from where, how many
     * @return the page
     * @throws IllegalArgumentException if the query is about another store
     */
    public <R> Page<Versioned<R>> select(Query<R> query) {
        return storage.select(checked(query));
    }

    /**
     * All rows of a query bit by bit.
     *
     * @param <R> the record
     * @param query which and in what order
     * @return the scan, to be closed by the caller
     * @throws IllegalArgumentException if the query is about another store
     */
    public <R> Scan<Versioned<R>> scan(Query<R> query) {
        return storage.scan(checked(query));
    }

    /**
     * All records of a query at once, for queries whose answer is known to be small.
     *
     * @param <R> the record
     * @param query which and in what order
     * @return the records
     * @throws IllegalArgumentException if the query is about another store
     */
    public <R> List<R> all(Query<R> query) {
        return once(query, () -> {
            List<Versioned<R>> found = new ArrayList<>();
            try (Scan<Versioned<R>> scan = scan(query)) {
                scan.forEachRemaining(found::add);
            }
            if (memory != null) {
                unkeyed.computeIfAbsent(query.table(), table -> new ArrayList<>())
                        .addAll(found);
            }
            return found.stream().map(Versioned::value).toList();
        });
    }

    /**
     * The last record of a query in the order of its access path. Asked anew each time, by a view that remembers too.
     *
     * @param <R> the record
     * @param query which
     * @return the record; empty if there is none
     * @throws IllegalArgumentException if the query is about another store
     */
    public <R> Optional<R> last(Query<R> query) {
        return select(query.descendingOrder().limit(1)).items().stream()
                .findFirst()
                .map(Versioned::value);
    }

    @SuppressWarnings("unchecked") // under a name stands what its own loader gave
    private <T> T once(Object name, Supplier<T> load) {
        if (memory == null) {
            return load.get();
        }
        Object known = memory.get(name);
        if (known == null) {
            known = load.get();
            memory.put(name, known);
        }
        return (T) known;
    }

    private <R> Query<R> checked(Query<R> query) {
        if (!query.store().equals(store)) {
            throw otherStore(query.table(), query.store().value());
        }
        return query;
    }

    private IllegalArgumentException otherStore(Table<?> table, String other) {
        return new IllegalArgumentException(
                "This is a view of store " + store + "; it has no " + table.name() + " of store " + other);
    }
}
