package io.storeops.adapter.jdbc.marketplace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement that the database takes, and whose result is what its feed needs.
 *
 * @param select the statement
 * @param columns where each column stands, by the name that the configuration gives it
 */
record Prepared(SelectText select, Map<String, Column> columns) {
    Prepared {
        columns = Map.copyOf(columns);
    }

    /** The column of a name; null for no name. */
    @Nullable
    Column find(@Nullable String name) {
        return name == null ? null : get(name);
    }

    /** The column of a name that the configuration has. */
    Column get(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalStateException("The column " + name + " was not prepared");
        }
        return column;
    }
}
