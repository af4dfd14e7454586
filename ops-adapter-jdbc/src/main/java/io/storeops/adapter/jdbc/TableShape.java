package io.storeops.adapter.jdbc;

import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table as it must stand in the database.
 *
 * @param name the name
 * @param columns the columns in order
 * @param key the columns of the primary key in order
 * @param indexes the further indexes
 */
record TableShape(String name, List<ColumnShape> columns, List<String> key, List<IndexShape> indexes) {
    /** How the name of every table begins. */
    static final String PREFIX = "storeops_";
    /** The stores that have commits, each with the number of its last. */
    static final String STORES = "storeops__store";
    /** The receipts of all commits. */
    static final String COMMITS = "storeops__commit";
    /** The bytes of evidence. */
    static final String BLOBS = "storeops__blob";
    /** What the adapter defined in this database. */
    static final String MIGRATIONS = "storeops__migration";

    /** PostgreSQL keeps so many characters of a name. */
    private static final int LONGEST_NAME = 63;

    private static final int HASH_DIGITS = 8;

    /**
     * A column.
     *
     * @param name the name
     * @param type what it keeps
     * @param optional whether it may be null
     * @param comment what it holds, for readers of the database
     */
    record ColumnShape(String name, SqlType type, boolean optional, String comment) {
        ColumnShape {
            comment = SqlNames.UNLIKE_IN_LITERALS.matcher(comment).replaceAll(" ");
        }
    }

    /**
     * An index.
     *
     * @param name the name
     * @param columns the columns in order
     * @param unique whether it forbids a second row of the same values
     */
    record IndexShape(String name, List<String> columns, boolean unique) {}

    static String nameOf(Table<?> table) {
        return PREFIX + table.name();
    }

    static TableShape of(Table<?> table) {
        List<ColumnShape> columns = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            boolean optional = table.optional(column);
            columns.add(new ColumnShape(column.name(), typeOf(table, column), optional, column.comment()));
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
                indexes.add(new IndexShape(indexName(nameOf(table) + "$" + path), names(order), false));
            }
        }
        return new TableShape(nameOf(table), columns, names(table.key()), indexes);
    }

    private static SqlType typeOf(Table<?> table, Column<?> column) {
        boolean indexed = table.paths().values().stream().anyMatch(path -> path.contains(column));
        return indexed && column.type() == ColumnType.TEXT ? SqlType.NAME : SqlType.of(column.type());
    }

    /** A name that every database keeps whole: what is too long ends with a part of its SHA-256 instead. */
    private static String indexName(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME - HASH_DIGITS - 1) + "_"
                        + Sha256.of(name).hex().substring(0, HASH_DIGITS);
    }

    private static List<String> names(List<Column<?>> columns) {
        List<String> found = new ArrayList<>();
        columns.forEach(column -> found.add(column.name()));
        return found;
    }

    /** How many texts the table's longest key or index has. */
    int together() {
        Stream<List<String>> all =
                Stream.concat(Stream.of(key), indexes.stream().map(IndexShape::columns));
        return (int) all.mapToLong(index -> columns.stream()
                        .filter(column -> column.type() == SqlType.NAME && index.contains(column.name()))
                        .count())
                .max()
                .orElse(0);
    }

    /** The adapter's own tables. */
    static List<TableShape> ownTables() {
        ColumnShape store = required("store_id", SqlType.NAME, "the store; decides the shard");
        return List.of(
                new TableShape(
                        MIGRATIONS,
                        List.of(
                                required("number", SqlType.LONG, "1, 2, 3 ...; 0 is locked by whoever migrates"),
                                required("name", SqlType.TEXT, "the numbered script, or the table that was made"),
                                required("checksum", SqlType.TEXT, "the SHA-256 of the SQL, hexadecimal"),
                                required("applied_at", SqlType.INSTANT, "the database's time")),
                        List.of("number"),
                        List.of()),
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
                                required("id", SqlType.NAME, "the id that the caller gave"),
                                required("at", SqlType.INSTANT, "the database's time of the commit")),
                        List.of("store_id", "number"),
                        List.of(new IndexShape(COMMITS + "$id", List.of("store_id", "id"), true))),
                new TableShape(
                        BLOBS,
                        List.of(
                                store,
                                required("sha256", SqlType.NAME, "names the content: its SHA-256, hexadecimal"),
                                required("content", SqlType.BYTES, "the bytes of evidence")),
                        List.of("store_id", "sha256"),
                        List.of()));
    }

    private static ColumnShape required(String name, SqlType type, String comment) {
        return new ColumnShape(name, type, false, comment);
    }
}
