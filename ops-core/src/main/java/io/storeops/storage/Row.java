package io.storeops.storage;

import io.storeops.id.StoreId;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table as raw values in the order of its columns. {@link #get(Column)} and {@link #find(Column)} give what the
 * columns map them to. Immutable; equal if table and values are equal.
 */
public final class Row {
    private final Table<?> table;
    private final @Nullable Object[] values;
    /** Made when first asked for; made twice if two threads ask at once, which nobody can tell. */
    private @Nullable StoreId store;

    private Row(Table<?> table, @Nullable Object[] values, @Nullable StoreId store) {
        this.table = table;
        this.values = values;
        this.store = store;
    }

    /**
     * The row with the given values.
     *
     * @param table the table
     * @param values a raw value per column, null where the column is optional and absent
     * @return the row
     * @throws IllegalArgumentException if the number, the type or the absence of a value breaks the declaration
     */
    public static Row of(Table<?> table, List<? extends @Nullable Object> values) {
        return owning(table, values.toArray(), null);
    }

    /**
     * The row with the given values, as {@link #of(Table, List)}, when many rows of a table are made one after the other.
     *
     * @param table the table
     * @param values a raw value per column, null where the column is optional and absent
     * @param before the row made before; a value that is the very object it has in this column is not checked again
     * @return the row
     * @throws IllegalArgumentException if the number, the type or the absence of a value breaks the declaration, or the row
     *     before is another table's
     */
    public static Row of(Table<?> table, List<? extends @Nullable Object> values, Row before) {
        if (before.table != table) {
            throw new IllegalArgumentException("The row before is of table " + before.table + ", not of " + table);
        }
        return owning(table, values.toArray(), before);
    }

    /** The row of an array that nobody else keeps. */
    static Row owning(Table<?> table, @Nullable Object[] values, @Nullable Row before) {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException(
                    "Table " + table.name() + " has " + table.columns().size() + " columns, not " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (before == null || values[i] == null || values[i] != before.values[i]) {
                table.check(i, values[i]);
            }
        }
        return new Row(table, values, before != null && values[0] == before.values[0] ? before.store : null);
    }

    /**
     * The table.
     *
     * @return the table
     */
    public Table<?> table() {
        return table;
    }

    /**
     * The store, which is the first column of every table.
     *
     * @return the store
     */
    public StoreId store() {
        StoreId known = store;
        if (known == null) {
            known = StoreId.of((String) required(0));
            store = known;
        }
        return known;
    }

    /** Whether the row is a store's; the store's id need not be made for that. */
    boolean of(StoreId other) {
        return other.value().equals(values[0]);
    }

    /**
     * The value of a column that always has one.
     *
     * @param <T> its type
     * @param column the column
     * @return the value
     * @throws IllegalArgumentException if the table has no such column, or the column cannot read what is kept
     * @throws IllegalStateException if the value is absent
     */
    public <T> T get(Column<T> column) {
        return decoded(column, required(table.position(column)));
    }

    /**
     * The value of an optional column.
     *
     * @param <T> its type
     * @param column the column
     * @return the value, empty if absent
     * @throws IllegalArgumentException if the table has no such column, or the column cannot read what is kept
     */
    public <T> Optional<T> find(Column<T> column) {
        Object value = values[table.position(column)];
        return value == null ? Optional.empty() : Optional.of(decoded(column, value));
    }

    private <T> T decoded(Column<T> column, Object value) {
        try {
            return column.decode(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "Column " + table.name() + "." + column.name() + " cannot be read in the row " + table.keyOf(this)
                            + ": " + e.getMessage(),
                    e);
        }
    }

    /**
     * What a group of columns stands for that is always there.
     *
     * @param <G> its type
     * @param group the group
     * @return it
     * @throws IllegalArgumentException if the table has no such columns, or one of them cannot read what is kept
     * @throws IllegalStateException if a value is absent that may not be
     */
    public <G> G get(ColumnGroup<G> group) {
        return group.read(this);
    }

    /**
     * What a group of columns stands for that may be absent.
     *
     * @param <G> its type
     * @param group the group
     * @return it, empty if all of its columns are absent
     * @throws IllegalArgumentException if the table has no such columns, or one of them cannot read what is kept
     * @throws IllegalStateException if some of its columns are there and one is absent that may not be
     */
    public <G> Optional<G> find(ColumnGroup<G> group) {
        return group.find(this);
    }

    /** Whether a column has a value. */
    boolean has(Column<?> column) {
        return values[table.position(column)] != null;
    }

    /**
     * The raw values in the order of the columns, null where absent.
     *
     * @return an unmodifiable list
     */
    public List<@Nullable Object> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /**
     * The raw values of some columns, none of them optional.
     *
     * @param columns the columns
     * @return their values in the same order
     */
    List<Object> values(List<? extends Column<?>> columns) {
        List<Object> found = new ArrayList<>(columns.size());
        for (Column<?> column : columns) {
            found.add(required(table.position(column)));
        }
        return found;
    }

    /**
     * The same row without some optional values.
     *
     * @param columns columns of the table that may be absent
     * @return the row
     * @throws IllegalArgumentException if a column must have a value
     */
    public Row without(List<? extends Column<?>> columns) {
        List<@Nullable Object> rest = new ArrayList<>(values());
        for (Column<?> column : columns) {
            rest.set(table.position(column), null);
        }
        return of(table, rest);
    }

    /** The raw value at a place that always has one. */
    Object at(int position) {
        return required(position);
    }

    private Object required(int position) {
        Object value = values[position];
        if (value == null) {
            throw new IllegalStateException("Column " + table.name() + "."
                    + table.columns().get(position).name() + " is absent");
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && table == row.table && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return table.name() + Arrays.toString(values);
    }
}
