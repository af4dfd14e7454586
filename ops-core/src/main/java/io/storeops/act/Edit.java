package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.storage.Changes;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/**
 * What an act wants to do to a row, as a value: the commit, what the audit trail tells of before and after, and the repeated
 * result all follow from it. Made by the factory methods. Immutable.
 *
 * @param <R> the record that a row stands for
 */
public sealed interface Edit<R> {
    /**
     * Where the row stands.
     *
     * @return the table
     */
    Table<R> table();

    /**
     * Adds the edit to a commit.
     *
     * @param changes the commit
     */
    void addTo(Changes changes);

    /**
     * A new row; the trail tells it.
     *
     * @param <R> the record
     * @param table the table
     * @param row the row
     */
    record Insert<R>(Table<R> table, R row) implements Edit<R> {
        /** Checks for null. */
        public Insert {
            requireNonNull(table, "table");
            requireNonNull(row, "row");
        }

        @Override
        public void addTo(Changes changes) {
            changes.insert(table, row);
        }
    }

    /**
     * Another state of a row; the trail tells both.
     *
     * @param <R> the record
     * @param table the table
     * @param known the row as it was read
     * @param next the row as it is to be
     */
    record Replace<R>(Table<R> table, Versioned<R> known, R next) implements Edit<R> {
        /** Checks for null. */
        public Replace {
            requireNonNull(table, "table");
            requireNonNull(known, "known");
            requireNonNull(next, "next");
        }

        @Override
        public void addTo(Changes changes) {
            changes.replace(table, next, known.revision());
        }
    }

    /**
     * Many new rows that are versions themselves, such as readings; the trail does not repeat them.
     *
     * @param <R> the record
     * @param table the table
     * @param rows the rows, copied
     */
    record Append<R>(Table<R> table, List<R> rows) implements Edit<R> {
        /** Copies the rows. */
        public Append {
            requireNonNull(table, "table");
            rows = ImmutableList.copyOf(rows);
        }

        @Override
        public void addTo(Changes changes) {
            changes.append(table, rows);
        }
    }

    /**
     * A counter or a mark that commits compete for, so that one of two that relied on the same state is made anew; the trail
     * does not tell it.
     *
     * @param <R> the record
     * @param table the table
     * @param known the row as it was read, empty if there was none
     * @param next the row as it is to be
     */
    record Touch<R>(Table<R> table, Optional<Versioned<R>> known, R next) implements Edit<R> {
        /** Checks for null. */
        public Touch {
            requireNonNull(table, "table");
            requireNonNull(known, "known");
            requireNonNull(next, "next");
        }

        @Override
        public void addTo(Changes changes) {
            known.ifPresentOrElse(
                    row -> changes.replace(table, next, row.revision()), () -> changes.insert(table, next));
        }
    }

    /**
     * A row that the decision relied on and does not change.
     *
     * @param <R> the record
     * @param table the table
     * @param key the row's key
     * @param revision the revision relied on, 0 for "absent"
     */
    record Unchanged<R>(Table<R> table, Key key, long revision) implements Edit<R> {
        /** Checks for null. */
        public Unchanged {
            requireNonNull(table, "table");
            requireNonNull(key, "key");
        }

        @Override
        public void addTo(Changes changes) {
            changes.unchanged(table, key, revision);
        }
    }

    /**
     * Personal data of a row that go for good.
     *
     * @param <R> the record
     * @param table the table
     * @param key the row's key
     * @param columns the columns, declared personal, copied
     */
    record Redact<R>(Table<R> table, Key key, List<Column<?>> columns) implements Edit<R> {
        /** Copies the columns. */
        public Redact {
            requireNonNull(table, "table");
            requireNonNull(key, "key");
            columns = ImmutableList.copyOf(columns);
        }

        @Override
        public void addTo(Changes changes) {
            changes.redact(table, key, columns);
        }
    }

    /**
     * Adds a row.
     *
     * @param <R> the record
     * @param table the table
     * @param row the row
     * @return the edit
     */
    static <R> Edit<R> insert(Table<R> table, R row) {
        return new Insert<>(table, row);
    }

    /**
     * Replaces a row.
     *
     * @param <R> the record
     * @param table the table
     * @param known the row as it was read
     * @param next the row as it is to be
     * @return the edit
     */
    static <R> Edit<R> replace(Table<R> table, Versioned<R> known, R next) {
        return new Replace<>(table, known, next);
    }

    /**
     * Adds rows that the trail does not repeat.
     *
     * @param <R> the record
     * @param table the table
     * @param rows the rows
     * @return the edit
     */
    static <R> Edit<R> append(Table<R> table, List<R> rows) {
        return new Append<>(table, rows);
    }

    /**
     * Adds or replaces a row that commits compete for.
     *
     * @param <R> the record
     * @param table the table
     * @param known the row as it was read, empty if there was none
     * @param next the row as it is to be
     * @return the edit
     */
    static <R> Edit<R> touch(Table<R> table, Optional<Versioned<R>> known, R next) {
        return new Touch<>(table, known, next);
    }

    /**
     * Holds a row as it was read until the commit.
     *
     * @param <R> the record
     * @param table the table
     * @param key the row's key
     * @param known the row as it was read, empty if there was none
     * @return the edit
     */
    static <R> Edit<R> unchanged(Table<R> table, Key key, Optional<Versioned<R>> known) {
        return new Unchanged<>(table, key, known.map(Versioned::revision).orElse(0L));
    }
}
