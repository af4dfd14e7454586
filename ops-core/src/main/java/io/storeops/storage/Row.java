package io.storeops.storage;

import io.storeops.id.StoreId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a table as typed values in the order of its columns. Immutable; equal if table and values are equal. */
public final class Row {
    private final Table<?> table;
    private final @Nullable Object[] values;

    private Row(Table<?> table, @Nullable Object[] values) {
        this.table = table;
        this.values = values;
    }

    /**
     * The row with the given values.
     *
     * @param table the table
     * @param values a value per column, null where the column is optional and absent
     * @return the row
     * @throws IllegalArgumentException if the number, the type or the absence of a value breaks the declaration
     */
    public static Row of(Table<?> table, List<? extends @Nullable Object> values) {
        @Nullable Object[] copy = values.toArray();
        List<? extends Column<?>> columns = table.columns();
        if (copy.length != columns.size()) {
            throw new IllegalArgumentException(
                    "Table " + table.name() + " has " + columns.size() + " columns, not " + copy.length);
        }
        for (int i = 0; i < copy.length; i++) {
            Object value = copy[i];
            Column<?> column = columns.get(i);
            if (value != null) {
                column.type().check(table.fullName(i), value);
            } else if (!table.optional(column)) {
                throw new IllegalArgumentException(
                        "Column " + table.name() + "." + column.name() + " must have a value");
            }
        }
        return new Row(table, copy);
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
        return StoreId.of((String) required(0));
    }

    /**
     * The value of a column that always has one.
     *
     * @param <T> its type
     * @param column the column
     * @return the value
     * @throws IllegalArgumentException if the table has no such column
     * @throws IllegalStateException if the value is absent
     */
    public <T> T get(Column<T> column) {
        return column.cast(required(table.position(column)));
    }

    /**
     * The value of an optional column.
     *
     * @param <T> its type
     * @param column the column
     * @return the value, empty if absent
     * @throws IllegalArgumentException if the table has no such column
     */
    public <T> Optional<T> find(Column<T> column) {
        Object value = values[table.position(column)];
        return value == null ? Optional.empty() : Optional.of(column.cast(value));
    }

    /**
     * The values in the order of the columns, null where absent.
     *
     * @return an unmodifiable list
     */
    public List<@Nullable Object> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /**
     * The values of some columns, none of them optional.
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

    /** The value at a place that always has one. */
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
