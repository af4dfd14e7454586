package io.storeops.adapter.jdbc;

import io.storeops.fault.FaultKind;
import io.storeops.storage.StorageException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Brings tables into the database and refuses those that are there and differ. Never alters or drops a column. */
final class Schema {
    private final Connection connection;
    private final Dialect dialect;
    private final SqlNames names;

    Schema(Connection connection, Dialect dialect, SqlNames names) {
        this.connection = connection;
        this.dialect = dialect;
        this.names = names;
    }

    /**
     * Brings the tables in. Can be repeated, also after a start that was killed half-way.
     *
     * @throws StorageException if a table differs, or the database does not compare texts by code point
     */
    void open(List<TableShape> tables) throws SQLException {
        refuseOtherTextOrder();
        for (TableShape table : tables) {
            Map<String, Found> found = columns(table);
            if (found.isEmpty()) {
                create(table);
                found = columns(table);
            }
            refuseOtherColumns(table, found);
            refuseOtherKey(table);
            comment(table, found);
            index(table);
        }
    }

    private record Found(String type, boolean optional, String comment) {}

    private void refuseOtherTextOrder() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 WHERE CAST(? AS CHARACTER VARYING) < CAST(? AS CHARACTER VARYING)")) {
            statement.setString(1, "B");
            statement.setString(2, "a");
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new StorageException(
                            FaultKind.INVALID,
                            "The database does not compare texts by code point ('B' before 'a'), so pages would skip rows."
                                    + " Use a database without a collation");
                }
            }
        }
    }

    private Map<String, Found> columns(TableShape table) throws SQLException {
        Map<String, Found> found = new LinkedHashMap<>();
        String name = names.plain(table.name());
        DatabaseMetaData database = connection.getMetaData();
        try (ResultSet result =
                database.getColumns(connection.getCatalog(), connection.getSchema(), pattern(name), null)) {
            while (result.next()) {
                if (result.getString("TABLE_NAME").equals(name)) {
                    String type = dialect.reported(
                            result.getString("TYPE_NAME"),
                            result.getInt("COLUMN_SIZE"),
                            result.getInt("DECIMAL_DIGITS"));
                    boolean optional = result.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
                    String remarks = result.getString("REMARKS");
                    found.put(
                            result.getString("COLUMN_NAME"), new Found(type, optional, remarks == null ? "" : remarks));
                }
            }
        }
        return found;
    }

    /** The name as a metadata pattern in which the underscore is no wildcard. */
    private String pattern(String name) throws SQLException {
        return name.replace("_", connection.getMetaData().getSearchStringEscape() + "_");
    }

    private void create(TableShape table) throws SQLException {
        String columns = table.columns().stream()
                .map(column -> names.quoted(column.name()) + " " + dialect.type(column.type())
                        + (column.optional() ? "" : " NOT NULL"))
                .collect(Collectors.joining(", "));
        run("CREATE TABLE IF NOT EXISTS " + names.quoted(table.name()) + " (" + columns + ", PRIMARY KEY ("
                + names.each(table.key(), "", ", ") + "))");
    }

    private void refuseOtherColumns(TableShape table, Map<String, Found> found) {
        List<String> differences = new ArrayList<>();
        Map<String, Found> surplus = new LinkedHashMap<>(found);
        for (TableShape.ColumnShape column : table.columns()) {
            String expected = described(dialect.type(column.type()), column.optional());
            Found actual = surplus.remove(names.plain(column.name()));
            if (actual == null) {
                differences.add(names.plain(column.name()) + " is missing (expected " + expected + ")");
            } else if (!described(actual.type(), actual.optional()).equals(expected)) {
                differences.add(names.plain(column.name()) + " is " + described(actual.type(), actual.optional())
                        + " (expected " + expected + ")");
            }
        }
        surplus.forEach((name, column) ->
                differences.add(name + " is not declared (it is " + described(column.type(), column.optional()) + ")"));
        if (!differences.isEmpty()) {
            throw differs(table, differences);
        }
    }

    private static String described(String type, boolean optional) {
        return type + (optional ? "" : " NOT NULL");
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

    private void comment(TableShape table, Map<String, Found> found) throws SQLException {
        for (TableShape.ColumnShape column : table.columns()) {
            Found actual = found.get(names.plain(column.name()));
            if (actual != null && !actual.comment().equals(column.comment())) {
                dialect.comment(connection, names.quoted(table.name()), names.quoted(column.name()), column.comment());
            }
        }
    }

    private void index(TableShape table) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet result = connection
                .getMetaData()
                .getIndexInfo(
                        connection.getCatalog(), connection.getSchema(), names.plain(table.name()), false, true)) {
            while (result.next()) {
                found.add(String.valueOf(result.getString("INDEX_NAME")));
            }
        }
        for (TableShape.IndexShape index : table.indexes()) {
            if (!found.contains(names.plain(index.name()))) {
                run("CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX IF NOT EXISTS " + names.quoted(index.name())
                        + " ON " + names.quoted(table.name()) + " (" + names.each(index.columns(), "", ", ") + ")");
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
