package io.storeops.storage;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.storeops.id.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to one table of one store by one named access path: equality on the path's first columns, a half-open range
 * on the next, in the path's order and then the key's, from a cursor, up to a limit. Immutable; each verb returns a new
 * query.
 *
 * @param <R> the record
 */
public final class Query<R> {
    /** How many rows a page has unless told otherwise. */
    public static final int DEFAULT_LIMIT = 1000;

    private final Table<R> table;
    private final String path;
    private final List<Object> equal;
    private final @Nullable Object from;
    private final @Nullable Object to;
    private final boolean descending;
    private final int limit;
    private final @Nullable Cursor after;
    private final ImmutableSet<Column<?>> unread;

    private Query(
            Table<R> table,
            String path,
            List<Object> equal,
            @Nullable Object from,
            @Nullable Object to,
            boolean descending,
            int limit,
            @Nullable Cursor after,
            ImmutableSet<Column<?>> unread) {
        this.table = table;
        this.path = path;
        this.equal = equal;
        this.from = from;
        this.to = to;
        this.descending = descending;
        this.limit = limit;
        this.after = after;
        this.unread = unread;
    }

    /**
     * All rows of a store in the order of the key.
     *
     * @param <R> the record
     * @param table the table
     * @param store the store
     * @return the query
     */
    public static <R> Query<R> of(Table<R> table, StoreId store) {
        return of(table, store, Table.KEY_PATH);
    }

    /**
     * All rows of a store in the order of an access path.
     *
     * @param <R> the record
     * @param table the table
     * @param store the store
     * @param path the path's name
     * @return the query
     * @throws IllegalArgumentException if the table has no such path, naming those it has
     */
    public static <R> Query<R> of(Table<R> table, StoreId store, String path) {
        if (!table.paths().containsKey(path)) {
            throw new IllegalArgumentException("Table " + table.name() + " has no access path '" + path + "'. It has "
                    + table.paths().keySet());
        }
        return new Query<>(
                table,
                path,
                ImmutableList.of(store.value()),
                null,
                null,
                false,
                DEFAULT_LIMIT,
                null,
                ImmutableSet.of());
    }

    /**
     * Only rows whose next path columns equal these values.
     *
     * @param values the values, or their raw values, in the order of the path's columns
     * @return the query
     * @throws IllegalArgumentException if the path has not so many columns, a value is of another type, or a range is set
     */
    public Query<R> where(Object... values) {
        List<Object> longer = new ArrayList<>(equal);
        for (Object value : values) {
            longer.add(rawFor(longer.size(), value));
        }
        return new Query<>(table, path, ImmutableList.copyOf(longer), from, to, descending, limit, after, unread);
    }

    /**
     * Only rows whose next path column is at least this.
     *
     * @param value the lower end, included; a value of the column or a raw one
     * @return the query
     * @throws IllegalArgumentException if the path has no further column, or the value is of another type
     */
    public Query<R> from(Object value) {
        return new Query<>(table, path, equal, rawFor(equal.size(), value), to, descending, limit, after, unread);
    }

    /**
     * Only rows whose next path column is below this.
     *
     * @param value the upper end, excluded; a value of the column or a raw one
     * @return the query
     * @throws IllegalArgumentException if the path has no further column, or the value is of another type
     */
    public Query<R> to(Object value) {
        return new Query<>(table, path, equal, from, rawFor(equal.size(), value), descending, limit, after, unread);
    }

    private Object rawFor(int position, Object value) {
        List<Column<?>> columns = columns();
        if (position >= columns.size() || ((from != null || to != null) && position != equal.size())) {
            throw new IllegalArgumentException("Path " + path + " of table " + table.name() + " has the columns "
                    + columns + "; there is none for " + value);
        }
        return table.raw(columns.get(position), value);
    }

    /**
     * The same rows backwards.
     *
     * @return the query
     */
    public Query<R> descendingOrder() {
        return new Query<>(table, path, equal, from, to, true, limit, after, unread);
    }

    /**
     * At most so many rows a page.
     *
     * @param rows 1 to 100,000
     * @return the query
     * @throws IllegalArgumentException if out of range
     */
    public Query<R> limit(int rows) {
        if (rows < 1 || rows > 100_000) {
            throw new IllegalArgumentException("A page has 1 to 100000 rows, not " + rows);
        }
        return new Query<>(table, path, equal, from, to, descending, rows, after, unread);
    }

    /**
     * Going on where a page of this query ended.
     *
     * @param cursor the page's cursor
     * @return the query
     */
    public Query<R> after(Cursor cursor) {
        return new Query<>(table, path, equal, from, to, descending, limit, requireNonNull(cursor, "cursor"), unread);
    }

    /**
     * The same for somebody who does not look at a column of JSON. A storage for which the column is a burden can give JSON's null in its
     * place, so a record that is found so is only looked at and never written back.
     *
     * @param column a column of JSON
     * @return the query
     * @throws IllegalArgumentException if the table has no such column, or it is of another type
     */
    public Query<R> without(Column<?> column) {
        if (!table.columns().contains(column) || column.type() != ColumnType.JSON) {
            throw new IllegalArgumentException("Table " + table.name() + " has no column " + column
                    + " of JSON that could be left unread; it has " + table.columns());
        }
        return new Query<>(
                table,
                path,
                equal,
                from,
                to,
                descending,
                limit,
                after,
                ImmutableSet.<Column<?>>builder().addAll(unread).add(column).build());
    }

    /**
     * The table.
     *
     * @return the table
     */
    public Table<R> table() {
        return table;
    }

    /**
     * The store.
     *
     * @return the store
     */
    public StoreId store() {
        return StoreId.of((String) equal.get(0));
    }

    /**
     * The access path's name.
     *
     * @return the name
     */
    public String path() {
        return path;
    }

    /**
     * The columns of the access path, {@code store_id} first.
     *
     * @return the columns
     */
    public List<Column<?>> columns() {
        return requireNonNull(table.paths().get(path));
    }

    /**
     * The columns that decide the order: those of the path, then those of the key that are not among them. Together they
     * are unique.
     *
     * @return the columns
     */
    public List<Column<?>> order() {
        List<Column<?>> order = new ArrayList<>(columns());
        for (Column<?> column : table.key()) {
            if (!order.contains(column)) {
                order.add(column);
            }
        }
        return ImmutableList.copyOf(order);
    }

    /**
     * The values that the first columns of the path must equal, raw, the store's id first.
     *
     * @return the values
     */
    public List<Object> equal() {
        return equal;
    }

    /**
     * The lower end of the range on the column after the equal ones.
     *
     * @return the raw value, included; empty if open
     */
    public Optional<Object> from() {
        return Optional.ofNullable(from);
    }

    /**
     * The upper end of the range on the column after the equal ones.
     *
     * @return the raw value, excluded; empty if open
     */
    public Optional<Object> to() {
        return Optional.ofNullable(to);
    }

    /**
     * Whether the order is reversed.
     *
     * @return true if so
     */
    public boolean descending() {
        return descending;
    }

    /**
     * The greatest number of rows of a page.
     *
     * @return the limit
     */
    public int limit() {
        return limit;
    }

    /**
     * The columns of JSON that nobody looks at.
     *
     * @return those that {@link #without} named
     */
    public Set<Column<?>> unread() {
        return unread;
    }

    /**
     * Where to go on: the values of {@link #order()} of the last row of the page before.
     *
     * @return the position, empty at the beginning
     * @throws IllegalArgumentException if the cursor is not one of such a query
     */
    public Optional<Key> position() {
        if (after == null) {
            return Optional.empty();
        }
        Key position = CursorText.parse(after, order());
        boolean within = position.values().subList(0, equal.size()).equals(equal)
                && (from == null || position.compareTo(lowest()) >= 0)
                && (to == null || position.compareTo(highest()) < 0);
        if (!within) {
            throw new IllegalArgumentException("The cursor '" + after.text()
                    + "' was made by a query of other rows; this one is" + " of " + table.name() + " " + equal);
        }
        return Optional.of(position);
    }

    /**
     * Where the rows begin, in the order of the path.
     *
     * @return the position, included
     */
    public Key lowest() {
        return from == null
                ? new Key(equal)
                : new Key(ImmutableList.builder().addAll(equal).add(from).build());
    }

    /**
     * Behind the last row, in the order of the path. Not above {@link #lowest} if no row can be meant.
     *
     * @return the position, excluded; for comparing only
     */
    public Key highest() {
        return to == null
                ? Key.above(equal)
                : new Key(ImmutableList.builder().addAll(equal).add(to).build());
    }

    /**
     * The position of a row in the order of this query.
     *
     * @param row a row of the table
     * @return the values of {@link #order()}
     */
    public Key positionOf(Row row) {
        return new Key(row.values(order()));
    }

    /**
     * The cursor of a page that ends with a row.
     *
     * @param row the page's last row
     * @return the cursor
     */
    public Cursor cursorAfter(Row row) {
        return CursorText.print(positionOf(row), order());
    }

    /** Whether another query asks for the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Query<?> query
                && table == query.table
                && path.equals(query.path)
                && equal.equals(query.equal)
                && Objects.equals(from, query.from)
                && Objects.equals(to, query.to)
                && descending == query.descending
                && limit == query.limit
                && Objects.equals(after, query.after)
                && unread.equals(query.unread);
    }

    @Override
    public int hashCode() {
        return Objects.hash(table, path, equal, from, to, descending, limit, after, unread);
    }
}
