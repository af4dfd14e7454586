package io.storeops.storage;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.storeops.id.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a table: its name, typed columns, key, access paths, getters and reader. Declared once, as a constant
 * in the package of the duty it serves; every storage adapter works from the declaration alone. {@code store_id} stands
 * first in the columns, in the key and in every access path without being named. Immutable; compared by identity.
 *
 * <pre>{@code
 * static final Table<Item> ITEMS = Table.of("item", Item::store)
 *         .column(ID, Item::id)
 *         .column(ACTIVE_FROM, Item::activeFrom)
 *         .optional(ACTIVE_TO, Item::activeTo)
 *         .key(ID)
 *         .reads(row -> new Item(row.store(), row.get(ID), row.get(ACTIVE_FROM), row.find(ACTIVE_TO)));
 * }</pre>
 *
 * @param <R> the record that a row stands for
 */
public final class Table<R> {
    /** The first column of every table. */
    public static final Column<String> STORE_ID = Column.text("store_id", "the store; decides the shard");

    /** The name of the access path that is the key itself. */
    public static final String KEY_PATH = "key";

    private final String name;
    private final List<Column<?>> columns;
    /** The columns again: they are asked for with every value of every row. */
    private final Column<?>[] places;

    private final String[] fullNames;
    private final Set<Column<?>> optional;
    private final Set<Column<?>> personal;
    private final List<Function<? super R, ? extends @Nullable Object>> getters;
    private final List<Column<?>> key;
    private final Map<String, List<Column<?>>> paths;
    private final boolean appendOnly;
    private final boolean keptByHand;
    private final Optional<Column<?>> month;
    private final Function<Row, R> reader;

    private Table(Builder<R> builder, Function<Row, R> reader) {
        this.name = builder.name;
        this.columns = ImmutableList.copyOf(builder.columns);
        this.places = columns.toArray(new Column<?>[0]);
        this.fullNames =
                columns.stream().map(column -> name + "." + column.name()).toArray(String[]::new);
        this.optional = ImmutableSet.copyOf(builder.optional);
        this.personal = ImmutableSet.copyOf(builder.personal);
        this.getters = ImmutableList.copyOf(builder.getters);
        this.key = ImmutableList.copyOf(requireNonNull(builder.paths.get(KEY_PATH), KEY_PATH));
        this.paths = ImmutableMap.copyOf(builder.paths);
        this.appendOnly = builder.appendOnly;
        this.keptByHand = builder.keptByHand;
        this.month = Optional.ofNullable(builder.month);
        this.reader = reader;
    }

    /**
     * Begins a declaration.
     *
     * @param <R> the record that a row stands for
     * @param name the table's name, {@code [a-z][a-z0-9_]{0,40}}
     * @param store says to which store a record belongs
     * @return the builder
     * @throws IllegalArgumentException if the name breaks the rule
     */
    public static <R> Builder<R> of(String name, Function<? super R, StoreId> store) {
        return new Builder<>(name, store);
    }

    /**
     * The name, {@code [a-z][a-z0-9_]{0,40}}.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The columns in order, {@code store_id} first.
     *
     * @return an immutable list
     */
    public List<Column<?>> columns() {
        return columns;
    }

    /**
     * The columns of the key, {@code store_id} first.
     *
     * @return an immutable list
     */
    public List<Column<?>> key() {
        return key;
    }

    /**
     * The access paths by name, the key's own ({@link #KEY_PATH}) first. Each begins with {@code store_id}.
     *
     * @return an immutable map in order of declaration
     */
    public Map<String, List<Column<?>>> paths() {
        return paths;
    }

    /**
     * Whether rows are only ever added.
     *
     * @return true if {@link Changes#replace} is refused
     */
    public boolean appendOnly() {
        return appendOnly;
    }

    /**
     * Whether a person may keep the rows by hand: lists such as items and targets, of which nobody decides and on which no
     * right depends. The state of every other table is changed by acts alone, under the rights of those who do them.
     *
     * @return true if a storage of files may take over what was edited in them
     */
    public boolean keptByHand() {
        return keptByHand;
    }

    /**
     * Whether rows pile up so fast that a storage of files had better keep them by month.
     *
     * @return true if {@link #monthOf(Row)} has an answer
     */
    public boolean byMonth() {
        return month.isPresent();
    }

    /**
     * Whether the rows of a store's month stand together in the order of every access path.
     *
     * @return true if the month's column follows {@code store_id} in all of them
     */
    public boolean monthLeads() {
        return month.isPresent()
                && paths.values().stream().allMatch(path -> path.size() > 1 && path.get(1) == month.get());
    }

    /**
     * The month that a row belongs to: that of its date, or of its instant in UTC.
     *
     * @param row a row of this table
     * @return the month
     * @throws IllegalStateException if the table is not kept {@linkplain #byMonth() by month}
     */
    public YearMonth monthOf(Row row) {
        Column<?> column = month.orElseThrow(() -> new IllegalStateException("Table " + name + " has no months"));
        return monthOfValue(row.at(position(column)));
    }

    /**
     * The month that a value belongs to which says to which month its row belongs.
     *
     * @param value a date, or an instant, whose month is that in UTC
     * @return the month
     */
    public static YearMonth monthOfValue(Object value) {
        return value instanceof Instant instant
                ? YearMonth.from(instant.atOffset(ZoneOffset.UTC))
                : YearMonth.from((LocalDate) value);
    }

    /**
     * Whether a column may be absent.
     *
     * @param column a column of this table
     * @return true if declared optional
     */
    public boolean optional(Column<?> column) {
        return optional.contains(column);
    }

    /**
     * Whether a column may hold personal data, which {@link Changes#redact} can remove.
     *
     * @param column a column of this table
     * @return true if declared personal
     */
    public boolean personal(Column<?> column) {
        return personal.contains(column);
    }

    /**
     * The place of a column.
     *
     * @param column a column of this table
     * @return its index in {@link #columns()}
     * @throws IllegalArgumentException if it is none of this table's
     */
    int position(Column<?> column) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == column) {
                return i;
            }
        }
        throw new IllegalArgumentException("Table " + name + " has no column " + column + "; it has " + columns);
    }

    /**
     * Checks the value of a column.
     *
     * @param position the column's index in {@link #columns()}
     * @param value the value, null if absent
     * @throws IllegalArgumentException if the type or the absence of the value breaks the declaration
     */
    void check(int position, @Nullable Object value) {
        if (value != null) {
            places[position].type().check(fullNames[position], value);
        } else if (!optional.contains(places[position])) {
            throw new IllegalArgumentException("Column " + fullNames[position] + " must have a value");
        }
    }

    /**
     * The row of a record.
     *
     * @param subject the record
     * @return its row
     * @throws IllegalArgumentException if a value breaks the rule of its column
     */
    public Row write(R subject) {
        @Nullable Object[] values = new Object[places.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = getters.get(i).apply(subject);
        }
        return Row.owning(this, values, null);
    }

    /**
     * The record of a row.
     *
     * @param row a row of this table
     * @return the record
     */
    public R read(Row row) {
        return reader.apply(row);
    }

    /**
     * The key of a row.
     *
     * @param row a row of this table
     * @return its key
     */
    public Key keyOf(Row row) {
        return new Key(row.values(key));
    }

    /**
     * The key of a store's row.
     *
     * @param store the store
     * @param rest the values of the further key columns in order, or their raw values
     * @return the key
     * @throws IllegalArgumentException if the key has not so many columns, or a value is of another type
     */
    public Key keyOf(StoreId store, Object... rest) {
        if (rest.length != key.size() - 1) {
            throw new IllegalArgumentException("The key of table " + name + " is a store and "
                    + key.subList(1, key.size()) + ", not " + Arrays.toString(rest));
        }
        ImmutableList.Builder<Object> values = ImmutableList.builderWithExpectedSize(key.size());
        values.add(store.value());
        for (int i = 0; i < rest.length; i++) {
            values.add(raw(key.get(i + 1), rest[i]));
        }
        return new Key(values.build());
    }

    /** The raw value of a value, or raw value, of a column of this table. */
    Object raw(Column<?> column, Object value) {
        return column.raw(fullNames[position(column)], value);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Collects a declaration. Not thread-safe; ends with {@link #reads}.
     *
     * @param <R> the record that a row stands for
     */
    public static final class Builder<R> {
        private final String name;
        private final List<Column<?>> columns = new ArrayList<>();
        private final Set<Column<?>> optional = new LinkedHashSet<>();
        private final Set<Column<?>> personal = new LinkedHashSet<>();
        private final List<Function<? super R, ? extends @Nullable Object>> getters = new ArrayList<>();
        private final Map<String, List<Column<?>>> paths = new LinkedHashMap<>();
        private boolean appendOnly;
        private boolean keptByHand;
        private @Nullable Column<?> month;

        private Builder(String name, Function<? super R, StoreId> store) {
            if (!Column.NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("'" + name + "' is not a table name (expected " + Column.NAME + ")");
            }
            this.name = name;
            column(STORE_ID, record -> store.apply(record).value());
        }

        /**
         * Adds a column that always has a value.
         *
         * @param <T> the column's type
         * @param column the column
         * @param getter reads the value from a record
         * @return this builder
         */
        public <T> Builder<R> column(Column<T> column, Function<? super R, ? extends T> getter) {
            return add(column, column.getter(getter));
        }

        /**
         * Adds a column whose value may be absent.
         *
         * @param <T> the column's type
         * @param column the column
         * @param getter reads the value from a record
         * @return this builder
         */
        public <T> Builder<R> optional(Column<T> column, Function<? super R, Optional<T>> getter) {
            optional.add(column);
            return add(column, column.finder(getter));
        }

        /**
         * Adds a column whose value may be somebody's personal data, so that it can be redacted and is absent afterwards.
         *
         * @param <T> the column's type
         * @param column the column
         * @param getter reads the value from a record
         * @return this builder
         */
        public <T> Builder<R> personal(Column<T> column, Function<? super R, Optional<T>> getter) {
            personal.add(column);
            return optional(column, getter);
        }

        /**
         * Adds the columns of a group that is always there.
         *
         * @param <G> what the group stands for
         * @param group the group
         * @param getter reads it from a record
         * @return this builder
         */
        public <G> Builder<R> group(ColumnGroup<G> group, Function<? super R, ? extends G> getter) {
            requireNonNull(getter, "getter");
            for (ColumnGroup.Part<G> part : group.parts()) {
                declare(part, part.optional());
                add(
                        part.column(),
                        record -> part.getter().apply(requireNonNull(getter.apply(record), group.toString())));
            }
            return this;
        }

        /**
         * Adds the columns of a group that may be absent: then all of them are.
         *
         * @param <G> what the group stands for
         * @param group the group; at least one of its columns is not optional
         * @param getter reads it from a record
         * @return this builder
         * @throws IllegalArgumentException if all columns of the group are optional, so that none would tell whether it is there
         */
        public <G> Builder<R> optional(ColumnGroup<G> group, Function<? super R, Optional<G>> getter) {
            requireNonNull(getter, "getter");
            if (group.parts().stream().allMatch(ColumnGroup.Part::optional)) {
                throw new IllegalArgumentException("Table " + name + " could not tell whether " + group
                        + " is there, since all of its columns are optional: " + group.columns());
            }
            for (ColumnGroup.Part<G> part : group.parts()) {
                declare(part, true);
                add(part.column(), record -> {
                    Optional<G> there = getter.apply(record);
                    return there.isPresent() ? part.getter().apply(there.get()) : null;
                });
            }
            return this;
        }

        private void declare(ColumnGroup.Part<?> part, boolean absent) {
            if (absent) {
                optional.add(part.column());
            }
            if (part.personal()) {
                personal.add(part.column());
            }
        }

        private Builder<R> add(Column<?> column, Function<? super R, ? extends @Nullable Object> getter) {
            if (columns.stream().anyMatch(known -> known.name().equals(column.name()))) {
                throw new IllegalArgumentException("Table " + name + " already has a column " + column.name());
            }
            columns.add(column);
            getters.add(getter);
            return this;
        }

        /**
         * Names the key columns that follow {@code store_id}. Required, once.
         *
         * @param rest the columns, none optional, none JSON, none DECIMAL: 1.0 and 1.00 would be one key here and two there
         * @return this builder
         * @throws IllegalArgumentException if a column cannot be part of a key
         */
        public Builder<R> key(Column<?>... rest) {
            for (Column<?> column : rest) {
                if (column.type() == ColumnType.DECIMAL) {
                    throw new IllegalArgumentException("The key of table " + name + " cannot use the column " + column);
                }
            }
            return path(KEY_PATH, rest);
        }

        /**
         * Adds an access path: rows can be selected by equality on its first columns and a range on the next, and come in
         * its order, then in that of the key.
         *
         * @param path the path's name
         * @param rest the columns that follow {@code store_id}, none optional, none JSON
         * @return this builder
         * @throws IllegalArgumentException if a column is unknown, optional or JSON, or the path exists
         */
        public Builder<R> path(String path, Column<?>... rest) {
            List<Column<?>> all = new ArrayList<>(List.of(STORE_ID));
            for (Column<?> column : rest) {
                if (!columns.contains(column) || optional.contains(column) || column.type() == ColumnType.JSON) {
                    throw new IllegalArgumentException(
                            "Path " + path + " of table " + name + " cannot use the column " + column);
                }
                all.add(column);
            }
            if (!Column.NAME.matcher(path).matches() || paths.putIfAbsent(path, all) != null) {
                throw new IllegalArgumentException(
                        "Path " + path + " of table " + name + " is misnamed or declared twice");
            }
            return this;
        }

        /**
         * Declares that rows are only ever added, never changed; all that can happen to one is that its personal data are
         * redacted.
         *
         * @return this builder
         */
        public Builder<R> appendOnly() {
            appendOnly = true;
            return this;
        }

        /**
         * Declares that rows are only ever added, and so many of them that a storage of files keeps every month by itself.
         *
         * @param column says to which month a row belongs: a DATE, or an INSTANT in UTC; not optional
         * @return this builder
         * @throws IllegalArgumentException if the column is unknown, optional or of another type
         */
        public Builder<R> appendOnlyByMonth(Column<?> column) {
            boolean dated = column.type() == ColumnType.DATE || column.type() == ColumnType.INSTANT;
            if (!columns.contains(column) || optional.contains(column) || !dated) {
                throw new IllegalArgumentException(
                        "Table " + name + " cannot be kept by the month of the column " + column);
            }
            month = column;
            return appendOnly();
        }

        /**
         * Declares that a person may keep the rows by hand. Not for a table that acts edit: what is written there by hand goes
         * around every right and every guard.
         *
         * @return this builder
         */
        public Builder<R> keptByHand() {
            keptByHand = true;
            return this;
        }

        /**
         * Ends the declaration.
         *
         * @param reader makes a record of a row
         * @return the table
         * @throws IllegalArgumentException if no key was named, a path was named before the key, or a table that only grows is to be
         *     kept by hand
         */
        public Table<R> reads(Function<Row, R> reader) {
            if (paths.isEmpty() || !paths.keySet().iterator().next().equals(KEY_PATH)) {
                throw new IllegalArgumentException("Table " + name + " must name its key before any other path");
            }
            if (keptByHand && appendOnly) {
                throw new IllegalArgumentException("Table " + name + " only grows, so nobody keeps it by hand");
            }
            return new Table<>(this, requireNonNull(reader, "reader"));
        }
    }
}
