package io.storeops.adapter.jdbc;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as it must stand in the database.
 *
 * @param name the name
 * @param columns the columns in order
 * @param key the columns of the primary key in order
 * @param indexes the further indexes
 */
record TableShape(String name, List<ColumnShape> columns, List<String> key, List<IndexShape> indexes) {
    /** The stores that have commits, each with the number of its last. */
    static final String STORES = "storeops__store";
    /** The receipts of all commits. */
    static final String COMMITS = "storeops__commit";
    /** The bytes of evidence. */
    static final String BLOBS = "storeops__blob";

    /**
     * A column.
     *
     * @param name the name
     * @param type what it keeps
     * @param optional whether it may be null
     * @param comment what it holds, for readers of the database
     */
    record ColumnShape(String name, SqlType type, boolean optional, String comment) {}

    /**
     * An index.
     *
     * @param name the name
     * @param columns the columns in order
     * @param unique whether it forbids a second row of the same values
     */
    record IndexShape(String name, List<String> columns, boolean unique) {}

    static String nameOf(Table<?> table) {
        return "storeops_" + table.name();
    }

    static TableShape of(Table<?> table) {
        List<ColumnShape> columns = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            boolean optional = table.optional(column);
            columns.add(new ColumnShape(column.name(), SqlType.of(column.type()), optional, column.comment()));
            if (column.type() == ColumnType.DECIMAL) {
                columns.add(new ColumnShape(
                        SqlNames.scaleOf(column),
                        SqlType.LONG,
                        optional,
                        "digits after the point of " + column.name()));
            }
        }
        columns.add(required(SqlNames.REVISION, SqlType.LONG, "1 when inserted, one more at each replacement"));
        columns.add(required(SqlNames.COMMIT_NUMBER, SqlType.LONG, "the store's commit that left the row so"));
        List<IndexShape> indexes = new ArrayList<>();
        for (String path : table.paths().keySet()) {
            if (!path.equals(Table.KEY_PATH)) {
                List<Column<?>> order = Query.of(table, StoreId.of("any"), path).order();
                indexes.add(new IndexShape(nameOf(table) + "$" + path, names(order), false));
            }
        }
        return new TableShape(nameOf(table), columns, names(table.key()), indexes);
    }

    private static List<String> names(List<Column<?>> columns) {
        List<String> found = new ArrayList<>();
        columns.forEach(column -> found.add(column.name()));
        return found;
    }

    /** The adapter's own tables. */
    static List<TableShape> ownTables() {
        ColumnShape store = required("store_id", SqlType.TEXT, "the store; decides the shard");
        return List.of(
                new TableShape(
                        STORES,
                        List.of(store, required("last_number", SqlType.LONG, "the number of the last commit")),
                        List.of("store_id"),
                        List.of()),
                new TableShape(
                        COMMITS,
                        List.of(
                                store,
                                required("number", SqlType.LONG, "1, 2, 3 ... within the store, without gaps"),
                                required("id", SqlType.TEXT, "the id that the caller gave"),
                                required("at", SqlType.INSTANT, "the database's time of the commit")),
                        List.of("store_id", "number"),
                        List.of(new IndexShape(COMMITS + "$id", List.of("store_id", "id"), true))),
                new TableShape(
                        BLOBS,
                        List.of(
                                store,
                                required("sha256", SqlType.TEXT, "names the content: its SHA-256, hexadecimal"),
                                required("content", SqlType.BYTES, "the bytes of evidence")),
                        List.of("store_id", "sha256"),
                        List.of()));
    }

    private static ColumnShape required(String name, SqlType type, String comment) {
        return new ColumnShape(name, type, false, comment);
    }
}
