package io.storeops.adapter.jdbc;

import io.storeops.storage.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The declared tables, each with its statements in the database's dialect. Immutable. */
final class Tables {
    private final Dialect dialect;
    private final Map<Table<?>, TableSql> statements;

    private Tables(Dialect dialect, Map<Table<?>, TableSql> statements) {
        this.dialect = dialect;
        this.statements = Collections.unmodifiableMap(statements);
    }

    static Tables of(Collection<Table<?>> declared, Dialect dialect, SqlNames names) {
        Map<Table<?>, TableSql> statements = new LinkedHashMap<>();
        Values values = new Values(dialect);
        declared.forEach(table -> statements.put(table, new TableSql(table, names, values)));
        return new Tables(dialect, statements);
    }

    Dialect dialect() {
        return dialect;
    }

    /**
     * The statements of a table.
     *
     * @throws IllegalArgumentException if the table was not declared
     */
    TableSql get(Table<?> table) {
        TableSql found = statements.get(table);
        if (found == null) {
            List<String> names = statements.keySet().stream().map(Table::name).toList();
            throw new IllegalArgumentException(
                    "Table " + table.name() + " was not declared when the jdbc storage was opened. Declared: " + names);
        }
        return found;
    }
}
