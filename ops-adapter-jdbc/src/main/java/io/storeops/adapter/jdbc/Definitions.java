package io.storeops.adapter.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * The SQL that defines tables. Every statement can be repeated or is run only where something is missing.
 *
 * @param dialect what is particular to the database
 * @param names how it writes names
 */
record Definitions(Dialect dialect, SqlNames names) {
    /** The statements that make a table with its comments and indexes. */
    List<String> of(TableShape table) {
        List<String> statements = new ArrayList<>(List.of(create(table)));
        if (!dialect.definesAtOnce()) {
            table.columns().forEach(column -> statements.add(comment(table, column)));
            table.indexes().forEach(index -> statements.add(index(table, index)));
        }
        return statements;
    }

    private String create(TableShape table) {
        List<String> parts = new ArrayList<>();
        for (TableShape.ColumnShape column : table.columns()) {
            parts.add(names.quoted(column.name()) + " " + definition(table, column)
                    + (dialect.definesAtOnce() ? " COMMENT " + SqlNames.literal(column.comment()) : ""));
        }
        parts.add("PRIMARY KEY (" + names.each(table.key(), "", ", ") + ")");
        if (dialect.definesAtOnce()) {
            table.indexes()
                    .forEach(index -> parts.add((index.unique() ? "UNIQUE " : "") + "INDEX "
                            + names.quoted(index.name()) + columns(index)));
        }
        return "CREATE TABLE IF NOT EXISTS " + names.quoted(table.name()) + " (\n    " + String.join(",\n    ", parts)
                + "\n)" + dialect.tableOptions();
    }

    /** A column's type and whether it may be null. */
    String definition(TableShape table, TableShape.ColumnShape column) {
        return described(dialect.type(column.type(), table.together()), column.optional());
    }

    static String described(String type, boolean optional) {
        return type + (optional ? "" : " NOT NULL");
    }

    String comment(TableShape table, TableShape.ColumnShape column) {
        return dialect.comment(
                names.quoted(table.name()), names.quoted(column.name()), definition(table, column), column.comment());
    }

    String index(TableShape table, TableShape.IndexShape index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + (dialect.definesAtOnce() ? "" : "IF NOT EXISTS ") + names.quoted(index.name()) + " ON "
                + names.quoted(table.name()) + columns(index);
    }

    private String columns(TableShape.IndexShape index) {
        return " (" + names.each(index.columns(), "", ", ") + ")";
    }
}
