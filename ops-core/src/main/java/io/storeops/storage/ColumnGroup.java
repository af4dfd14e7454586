package io.storeops.storage;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Columns that together stand for one part of a record: an ordered set of columns with getters and a reader of their own, so
 * that every table that has the part declares it in a line. Declared as a table is, and kept as a constant beside it.
 * Immutable.
 *
 * <pre>{@code
 * static final ColumnGroup<SlotId> SLOT = ColumnGroup.of(SlotId.class)
 *         .column(DATE, SlotId::date)
 *         .column(NUMBER, SlotId::number)
 *         .reads(row -> SlotId.of(row.get(DATE), row.get(NUMBER)));
 * }</pre>
 *
 * <p>{@link Table.Builder#group} adds the columns in this order, one after the other. Where a table has them elsewhere, it adds
 * them one by one, and the group still reads them.
 *
 * @param <G> what the columns stand for
 */
public final class ColumnGroup<G> {
    private final String name;
    private final List<Part<G>> parts;
    private final Function<Row, G> reader;

    private ColumnGroup(Builder<G> builder, Function<Row, G> reader) {
        this.name = builder.name;
        this.parts = ImmutableList.copyOf(builder.parts);
        this.reader = reader;
    }

    /**
     * A column of the group.
     *
     * @param column the column
     * @param optional whether it may be absent while the group is there
     * @param personal whether it may be redacted
     * @param getter reads its raw value from what the group stands for
     */
    record Part<G>(
            Column<?> column,
            boolean optional,
            boolean personal,
            Function<? super G, ? extends @Nullable Object> getter) {}

    /**
     * Begins a declaration.
     *
     * @param <G> what the columns stand for
     * @param type its class, whose name messages tell
     * @return the builder
     */
    public static <G> Builder<G> of(Class<G> type) {
        return new Builder<>(type.getSimpleName());
    }

    /**
     * The columns in order.
     *
     * @return an immutable list
     */
    public List<Column<?>> columns() {
        return parts.stream().<Column<?>>map(Part::column).collect(ImmutableList.toImmutableList());
    }

    List<Part<G>> parts() {
        return parts;
    }

    G read(Row row) {
        return reader.apply(row);
    }

    /** What the columns of a row stand for, empty if all of them are absent. */
    Optional<G> find(Row row) {
        boolean there = false;
        boolean complete = true;
        for (Part<G> part : parts) {
            boolean has = row.has(part.column());
            there |= has;
            complete &= has || part.optional();
        }
        if (there && !complete) {
            throw incomplete(row);
        }
        return there ? Optional.of(reader.apply(row)) : Optional.empty();
    }

    private IllegalStateException incomplete(Row row) {
        List<String> there = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Part<G> part : parts) {
            if (row.has(part.column())) {
                there.add(part.column().name());
            } else if (!part.optional()) {
                missing.add(part.column().name());
            }
        }
        Table<?> table = row.table();
        return new IllegalStateException("The row " + table.keyOf(row) + " of table " + table
                + " has only a part of the " + name + ": " + there + " without " + missing);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Collects a declaration. Not thread-safe; ends with {@link #reads}.
     *
     * @param <G> what the columns stand for
     */
    public static final class Builder<G> {
        private final String name;
        private final List<Part<G>> parts = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Adds a column that has a value whenever the group is there.
         *
         * @param <T> the column's type
         * @param column the column
         * @param getter reads the value
         * @return this builder
         */
        public <T> Builder<G> column(Column<T> column, Function<? super G, ? extends T> getter) {
            return add(new Part<>(column, false, false, column.getter(getter)));
        }

        /**
         * Adds a column whose value may be absent while the group is there.
         *
         * @param <T> the column's type
         * @param column the column
         * @param getter reads the value
         * @return this builder
         */
        public <T> Builder<G> optional(Column<T> column, Function<? super G, Optional<T>> getter) {
            return add(new Part<>(column, true, false, column.finder(getter)));
        }

        /**
         * Adds a column whose value may be somebody's personal data, so that it can be redacted and is absent afterwards.
         *
         * @param <T> the column's type
         * @param column the column
         * @param getter reads the value
         * @return this builder
         */
        public <T> Builder<G> personal(Column<T> column, Function<? super G, Optional<T>> getter) {
            return add(new Part<>(column, true, true, column.finder(getter)));
        }

        private Builder<G> add(Part<G> part) {
            parts.add(part);
            return this;
        }

        /**
         * Ends the declaration.
         *
         * @param reader makes of a row what the columns stand for
         * @return the group
         * @throws IllegalArgumentException if there is no column
         */
        public ColumnGroup<G> reads(Function<Row, G> reader) {
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("The " + name + " of a table has at least one column");
            }
            return new ColumnGroup<>(this, requireNonNull(reader, "reader"));
        }
    }
}
