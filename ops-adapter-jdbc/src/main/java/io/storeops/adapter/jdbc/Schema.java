package io.storeops.adapter.jdbc;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables as they stood in the database when this was made, beside what they must be. Changes nothing. */
final class Schema {
    private final Connection connection;
    private final Definitions definitions;
    private final SqlNames names;
    /** By table and column. */
    private final Map<String, Map<String, Found>> columns;

    Schema(Connection connection, Definitions definitions) throws SQLException {
        this.connection = connection;
        this.definitions = definitions;
        this.names = definitions.names();
        this.columns = columns();
    }

    private record Found(String type, boolean optional, String comment) {}

    /**
     * The statements that bring in what a table lacks: the table itself, comments, indexes.
     *
     * @return the statements, none if the table is as it must be
     * @throws StorageException if a column or the key differs, which no statement of ours mends
     */
    List<String> missing(TableShape table) throws SQLException {
        Map<String, Found> found = columns.getOrDefault(names.plain(table.name()), Map.of());
        if (found.isEmpty()) {
            return definitions.of(table);
        }
        refuseOtherColumns(table, found);
        refuseOtherKey(table);
        List<String> statements = new ArrayList<>();
        for (TableShape.ColumnShape column : table.columns()) {
            Found actual = found.get(names.plain(column.name()));
            if (actual != null && !actual.comment().equals(column.comment())) {
                statements.add(definitions.comment(table, column));
            }
        }
        List<String> indexes = indexes(table);
        for (TableShape.IndexShape index : table.indexes()) {
            if (!indexes.contains(names.plain(index.name()))) {
                statements.add(definitions.index(table, index));
            }
        }
        return statements;
    }

    /** Whether there is a table of this name, whatever it looks like. */
    boolean has(TableShape table) {
        return columns.containsKey(names.plain(table.name()));
    }

    private Map<String, Map<String, Found>> columns() throws SQLException {
        Map<String, Map<String, Found>> found = new HashMap<>();
        DatabaseMetaData database = connection.getMetaData();
        // An underscore is a wildcard of patterns.
        String ours = names.plain(TableShape.PREFIX).replace("_", database.getSearchStringEscape() + "_") + "%";
        try (ResultSet result = database.getColumns(connection.getCatalog(), connection.getSchema(), ours, null)) {
            while (result.next()) {
                found.computeIfAbsent(result.getString("TABLE_NAME"), table -> new LinkedHashMap<>())
                        .put(result.getString("COLUMN_NAME"), column(result));
            }
        }
        return found;
    }

    private Found column(ResultSet result) throws SQLException {
        String type = definitions
                .dialect()
                .reported(result.getString("TYPE_NAME"), result.getInt("COLUMN_SIZE"), result.getInt("DECIMAL_DIGITS"));
        String remarks = result.getString("REMARKS");
        return new Found(
                type, result.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls, remarks == null ? "" : remarks);
    }

    private void refuseOtherColumns(TableShape table, Map<String, Found> found) {
        List<String> differences = new ArrayList<>();
        Map<String, Found> surplus = new LinkedHashMap<>(found);
        for (TableShape.ColumnShape column : table.columns()) {
            String expected = definitions.definition(table, column);
            Found actual = surplus.remove(names.plain(column.name()));
            if (actual == null) {
                differences.add(names.plain(column.name()) + " is missing (expected " + expected + ")");
            } else if (!described(actual).equals(expected)) {
                differences.add(
                        names.plain(column.name()) + " is " + described(actual) + " (expected " + expected + ")");
            }
        }
        surplus.forEach((name, column) -> differences.add(name + " is not declared (it is " + described(column) + ")"));
        if (!differences.isEmpty()) {
            throw differs(table, differences);
        }
    }

    private static String described(Found found) {
        return Definitions.described(found.type(), found.optional());
    }

    private void refuseOtherKey(TableShape table) throws SQLException {
        Map<Integer, String> found = new TreeMap<>();
        try (ResultSet result = connection
                .getMetaData()
                .getPrimaryKeys(connection.getCatalog(), connection.getSchema(), names.plain(table.name()))) {
            while (result.next()) {
                found.put(result.getInt("KEY_SEQ"), result.getString("COLUMN_NAME"));
            }
        }
        List<String> actual = List.copyOf(found.values());
        List<String> expected = table.key().stream().map(names::plain).toList();
        if (!actual.equals(expected)) {
            throw differs(table, List.of("the primary key is " + actual + " (expected " + expected + ")"));
        }
    }

    private StorageException differs(TableShape table, List<String> differences) {
        return new StorageException(
                FaultKind.INVALID,
                "Table " + names.plain(table.name()) + " is not as declared: " + String.join("; ", differences)
                        + ". Nothing was altered: migrate the table, or use the version of the program that made it");
    }

    private List<String> indexes(TableShape table) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet result = connection
                .getMetaData()
                .getIndexInfo(
                        connection.getCatalog(), connection.getSchema(), names.plain(table.name()), false, true)) {
            while (result.next()) {
                found.add(String.valueOf(result.getString("INDEX_NAME")));
            }
        }
        return found;
    }
}
