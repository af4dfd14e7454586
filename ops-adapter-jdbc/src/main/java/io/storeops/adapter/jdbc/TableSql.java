package io.storeops.adapter.jdbc;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/** The statements of one table, made once from its declaration. Immutable. */
final class TableSql {
    private final Table<?> table;
    private final SqlNames names;
    private final Values values;
    private final RowSql rows;
    private final String from;
    private final String byKey;
    private final String selection;
    private final String insert;
    private final BulkInsert.Target bulk;
    private final String replace;

    TableSql(Table<?> table, SqlNames names, Values values) {
        this.table = table;
        this.names = names;
        this.values = values;
        this.rows = new RowSql(table, values);
        String name = names.quoted(TableShape.nameOf(table));
        String revision = names.quoted(SqlNames.REVISION);
        String commit = names.quoted(SqlNames.COMMIT_NUMBER);
        List<String> columns = rows.columns();
        this.from = " FROM " + name;
        this.byKey = " WHERE " + names.each(columnNames(table.key()), " = ?", " AND ");
        this.selection = selection(reader());
        this.insert = "INSERT INTO " + name + " (" + names.each(columns, "", ", ") + ", " + revision + ", " + commit
                + ") VALUES (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ", 1, ?)";
        List<String> all = new ArrayList<>();
        columns.forEach(column -> all.add(names.quoted(column)));
        all.addAll(List.of(revision, commit));
        this.bulk = new BulkInsert.Target(table, name, all);
        String set = rows.replaced().isEmpty() ? "" : names.each(rows.replaced(), " = ?", ", ") + ", ";
        this.replace = "UPDATE " + name + " SET " + set + revision + " = " + revision + " + 1, " + commit + " = ?"
                + byKey + " AND " + revision + " = ?";
    }

    private static List<String> columnNames(List<Column<?>> columns) {
        List<String> found = new ArrayList<>();
        columns.forEach(column -> found.add(column.name()));
        return found;
    }

    Table<?> table() {
        return table;
    }

    /** Reads results of {@link #find} and {@link #last}. */
    RowReader reader() {
        return RowReader.of(table, values);
    }

    /** Reads a result of {@link #select} or {@link #page}. */
    RowReader reader(Query<?> query) {
        return RowReader.of(query, values);
    }

    private String selection(RowReader reader) {
        return "SELECT " + names.each(reader.columns(), "", ", ") + from;
    }

    String insert() {
        return insert;
    }

    /** Where a faster way than {@link #insert} puts rows. */
    BulkInsert.Target bulk() {
        return bulk;
    }

    void bindInsert(PreparedStatement statement, Row row, long commitNumber) throws SQLException {
        statement.setLong(rows.bind(statement, 1, row), commitNumber);
    }

    String replace() {
        return replace;
    }

    void bindReplace(PreparedStatement statement, Row row, long commitNumber, long revision) throws SQLException {
        int at = rows.bindReplaced(statement, 1, row);
        statement.setLong(at++, commitNumber);
        Key key = table.keyOf(row);
        for (int i = 0; i < table.key().size(); i++) {
            values.bind(statement, at++, table.key().get(i).type(), key.values().get(i));
        }
        statement.setLong(at, revision);
    }

    /** Takes the values of columns away from a key's row. */
    SqlText redact(Key key, List<Column<?>> columns, long commitNumber) {
        List<String> emptied = new ArrayList<>();
        for (Column<?> column : new LinkedHashSet<>(columns)) {
            emptied.add(column.name());
            if (column.type() == ColumnType.DECIMAL) {
                emptied.add(SqlNames.scaleOf(column));
            }
        }
        String revision = names.quoted(SqlNames.REVISION);
        SqlText sql = new SqlText(values)
                .add("UPDATE " + names.quoted(TableShape.nameOf(table)) + " SET " + names.each(emptied, " = NULL", ", ")
                        + ", " + revision + " = " + revision + " + 1, " + names.quoted(SqlNames.COMMIT_NUMBER) + " = ?")
                .bind(ColumnType.LONG, commitNumber);
        return whereKey(sql, key);
    }

    /** The row of a key. */
    SqlText find(Key key) {
        return whereKey(new SqlText(values).add(selection), key);
    }

    /** Only the revision of a key's row. */
    SqlText revision(Key key) {
        return whereKey(new SqlText(values).add("SELECT " + names.quoted(SqlNames.REVISION) + from), key);
    }

    private SqlText whereKey(SqlText sql, Key key) {
        List<Column<?>> columns = table.key();
        if (key.values().size() != columns.size()) {
            throw new IllegalArgumentException("The key of " + table.name() + " is " + columns + ", not " + key);
        }
        sql.add(byKey);
        for (int i = 0; i < columns.size(); i++) {
            Object value = key.values().get(i);
            ColumnType type = columns.get(i).type();
            if (!type.javaType().isInstance(value)) {
                throw new IllegalArgumentException("The key of " + table.name() + " is " + columns + ", not " + key);
            }
            sql.bind(type, value);
        }
        return sql;
    }

    /** The row with the greatest key of a store. */
    SqlText last(StoreId store) {
        return new SqlText(values)
                .add(selection + " WHERE " + names.quoted(Table.STORE_ID.name()) + " = ?")
                .bind(ColumnType.TEXT, store.value())
                .add(" ORDER BY " + names.each(columnNames(table.key()), " DESC", ", ") + " LIMIT 1");
    }

    /** The rows of a query, all of them. */
    SqlText select(Query<?> query) {
        SqlText sql = new SqlText(values).add(selection(reader(query)));
        List<Column<?>> order = query.order();
        int equal = query.equal().size();
        for (int i = 0; i < equal; i++) {
            compare(
                    sql,
                    i == 0 ? " WHERE " : " AND ",
                    order.get(i),
                    " = ?",
                    query.equal().get(i));
        }
        query.from().ifPresent(value -> compare(sql, " AND ", order.get(equal), " >= ?", value));
        query.to().ifPresent(value -> compare(sql, " AND ", order.get(equal), " < ?", value));
        query.position().ifPresent(position -> beyond(sql, order, equal, position, query.descending()));
        return sql.add(" ORDER BY " + names.each(columnNames(order), query.descending() ? " DESC" : "", ", "));
    }

    /** The rows of a query's page and one more, if there are more. */
    SqlText page(Query<?> query) {
        return select(query).add(" LIMIT ?").bind(ColumnType.LONG, query.limit() + 1L);
    }

    /**
     * Only rows beyond a position. The bound of the first free column says nothing new, but an index can use it and cannot
     * use the rest.
     */
    private void beyond(SqlText sql, List<Column<?>> order, int equal, Key position, boolean descending) {
        if (equal == order.size()) {
            sql.add(" AND FALSE");
            return;
        }
        String strictly = descending ? " < ?" : " > ?";
        compare(
                sql,
                " AND ",
                order.get(equal),
                descending ? " <= ?" : " >= ?",
                position.values().get(equal));
        String before = " AND (";
        for (int last = equal; last < order.size(); last++) {
            for (int i = equal; i < last; i++) {
                compare(
                        sql,
                        i == equal ? before + "(" : " AND ",
                        order.get(i),
                        " = ?",
                        position.values().get(i));
            }
            compare(
                    sql,
                    last == equal ? before + "(" : " AND ",
                    order.get(last),
                    strictly,
                    position.values().get(last));
            sql.add(")");
            before = " OR ";
        }
        sql.add(")");
    }

    private void compare(SqlText sql, String before, Column<?> column, String operator, Object value) {
        sql.add(before + names.quoted(column.name()) + operator).bind(column.type(), value);
    }
}
