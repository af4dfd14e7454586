package io.storeops.storage;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one commit does to one store: all of it or nothing. Collected by one thread and given to {@link Storage#commit}
 * once. The order of the calls is kept.
 */
public final class Changes {
    private final StoreId store;
    private final CommitId id;
    private final List<Change<?>> changes = new ArrayList<>();

    private Changes(StoreId store, CommitId id) {
        this.store = requireNonNull(store, "store");
        this.id = requireNonNull(id, "id");
    }

    /** One change. What adapters read; users call the verbs of {@link Changes}. */
    public sealed interface Change<R> {
        /**
         * The table it concerns.
         *
         * @return the table
         */
        Table<R> table();
    }

    /**
     * A new row; stale if the key exists.
     *
     * @param <R> the record
     * @param table the table
     * @param made the row, made when it is written: it may tell of what the commit did before it
     */
    public record Insert<R>(Table<R> table, Supplier<Row> made) implements Change<R> {
        /**
         * The row.
         *
         * @return made anew at each call
         */
        public Row row() {
            return made.get();
        }
    }

    /**
     * A new state of an existing row; stale unless it is at the revision.
     *
     * @param <R> the record
     * @param table the table
     * @param row the new state, same key
     * @param revision the revision that the new state was decided on
     */
    public record Replace<R>(Table<R> table, Row row, long revision) implements Change<R> {}

    /**
     * A read guard: stale unless the row is at the revision.
     *
     * @param <R> the record
     * @param table the table
     * @param key the row
     * @param revision the revision relied on, 0 for "absent"
     */
    public record Unchanged<R>(Table<R> table, Key key, long revision) implements Change<R> {}

    /**
     * A row made inside the commit from the row with the greatest key of the store; never stale.
     *
     * @param <R> the record
     * @param table an append-only table
     * @param store the store that the commit concerns
     * @param next makes the new record, whose key must be greater, of the last one
     */
    public record Link<R>(Table<R> table, StoreId store, Function<Optional<R>, R> next) implements Change<R> {
        /**
         * The new row.
         *
         * @param last the row with the greatest key of the store, empty if there is none
         * @return the row to insert
         * @throws IllegalArgumentException if its key is not greater, or it is another store's
         */
        public Row rowAfter(Optional<Row> last) {
            Row row = table.write(next.apply(last.map(table::read)));
            if (last.isPresent() && table.keyOf(row).compareTo(table.keyOf(last.get())) <= 0) {
                throw new IllegalArgumentException("The next row of " + table.name() + " must have a greater key than "
                        + table.keyOf(last.get()) + ", not " + table.keyOf(row));
            }
            if (!row.store().equals(store)) {
                throw new IllegalArgumentException("The next row of " + table.name() + " belongs to store "
                        + row.store() + ", the commit to " + store);
            }
            return row;
        }
    }

    /**
     * Personal data of a row that go for good: the columns become absent, the rest stays, the revision rises. Stale if the
     * row is absent. What an adapter keeps of the old values beside the row must go too.
     *
     * @param <R> the record
     * @param table the table, append-only or not
     * @param key the row
     * @param columns columns that the table declares personal, at least one
     */
    public record Redact<R>(Table<R> table, Key key, List<Column<?>> columns) implements Change<R> {
        /** Copies the columns. */
        public Redact {
            columns = ImmutableList.copyOf(columns);
        }
    }

    /**
     * Begins a commit.
     *
     * @param store the store it concerns
     * @param id its id, unique within the store
     * @return the empty changes
     */
    public static Changes of(StoreId store, CommitId id) {
        return new Changes(store, id);
    }

    /**
     * Adds a new row.
     *
     * @param <R> the record
     * @param table the table
     * @param subject the record
     * @return these changes
     * @throws IllegalArgumentException if the record belongs to another store
     */
    public <R> Changes insert(Table<R> table, R subject) {
        Row row = ofThisStore(table.write(subject));
        return add(new Insert<>(table, () -> row));
    }

    /**
     * Adds a row that is made when it is written, after all changes that were collected before it: so it can tell of a link of the
     * same commit.
     *
     * @param <R> the record
     * @param table the table
     * @param subject makes the record; called again if the commit is tried again
     * @return these changes
     */
    public <R> Changes insertMade(Table<R> table, Supplier<R> subject) {
        return add(new Insert<>(table, () -> ofThisStore(table.write(subject.get()))));
    }

    /**
     * Replaces a row.
     *
     * @param <R> the record
     * @param table the table, not append-only
     * @param subject the new state, same key
     * @param revision the revision that the new state was decided on, 1 or more
     * @return these changes
     * @throws IllegalArgumentException if the table is append-only, the revision is below 1 or the record belongs to another
     *     store
     */
    public <R> Changes replace(Table<R> table, R subject, long revision) {
        if (table.appendOnly()) {
            throw new IllegalArgumentException(
                    "Table " + table.name() + " is append-only; its rows are never replaced");
        }
        if (revision < 1) {
            throw new IllegalArgumentException("A row that is replaced has a revision of 1 or more, not " + revision);
        }
        return add(new Replace<>(table, ofThisStore(table.write(subject)), revision));
    }

    /**
     * Adds many new rows.
     *
     * @param <R> the record
     * @param table the table
     * @param subjects the records
     * @return these changes
     * @throws IllegalArgumentException if a record belongs to another store
     */
    public <R> Changes append(Table<R> table, Iterable<? extends R> subjects) {
        for (R subject : subjects) {
            insert(table, subject);
        }
        return this;
    }

    /**
     * Adds a read guard: the commit is stale unless the row is as it was read.
     *
     * @param <R> the record
     * @param table the table
     * @param key the row
     * @param revision the revision relied on, 0 for "absent"
     * @return these changes
     * @throws IllegalArgumentException if the key belongs to another store
     */
    public <R> Changes unchanged(Table<R> table, Key key, long revision) {
        return add(new Unchanged<>(table, ofThisStore(table, key), revision));
    }

    /**
     * Appends a row that is made of the store's last row of the table, inside the commit: two commits never conflict over
     * the chain's head.
     *
     * @param <R> the record
     * @param table an append-only table
     * @param next makes the new record of the last one
     * @return these changes
     * @throws IllegalArgumentException if the table is not append-only
     */
    public <R> Changes link(Table<R> table, Function<Optional<R>, R> next) {
        if (!table.appendOnly()) {
            throw new IllegalArgumentException("Table " + table.name() + " is not append-only, so it has no chain");
        }
        return add(new Link<>(table, store, next));
    }

    /**
     * Removes personal data from a row for good; the only change that an append-only row ever sees.
     *
     * @param <R> the record
     * @param table the table
     * @param key the row, which must exist
     * @param columns what to remove
     * @return these changes
     * @throws IllegalArgumentException if no column is named, one is not declared personal, or the key belongs to another
     *     store
     */
    public <R> Changes redact(Table<R> table, Key key, List<Column<?>> columns) {
        if (columns.isEmpty() || !columns.stream().allMatch(table::personal)) {
            throw new IllegalArgumentException("Of table " + table.name() + " only the columns "
                    + table.columns().stream().filter(table::personal).toList() + " can be redacted, not " + columns);
        }
        return add(new Redact<>(table, ofThisStore(table, key), columns));
    }

    private Changes add(Change<?> change) {
        changes.add(change);
        return this;
    }

    private Row ofThisStore(Row row) {
        if (!row.of(store)) {
            throw otherStore(row.table(), new Key(List.of(row.store().value())));
        }
        return row;
    }

    private Key ofThisStore(Table<?> table, Key key) {
        if (!key.values().get(0).equals(store.value())) {
            throw otherStore(table, key);
        }
        return key;
    }

    private IllegalArgumentException otherStore(Table<?> table, Key key) {
        return new IllegalArgumentException(
                "A commit concerns one store: " + store + ", but " + table.name() + " " + key + " is another's");
    }

    /**
     * The store.
     *
     * @return the store
     */
    public StoreId store() {
        return store;
    }

    /**
     * The commit's id.
     *
     * @return the id
     */
    public CommitId id() {
        return id;
    }

    /**
     * The changes in order.
     *
     * @return an immutable copy
     */
    public List<Change<?>> list() {
        return ImmutableList.copyOf(changes);
    }
}
