package io.storeops.adapter.jdbc;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table travel to the database: which SQL columns they have, in which order they are bound. A decimal has
 * a second column with its scale, because not every database tells 1.5 from 1.50.
 */
final class RowSql {
    private final Table<?> table;
    private final Values values;
    private final Column<?>[] columns;
    private final boolean[] keyed;

    RowSql(Table<?> table, Values values) {
        this.table = table;
        this.values = values;
        this.columns = table.columns().toArray(new Column<?>[0]);
        this.keyed = new boolean[columns.length];
        for (int i = 0; i < columns.length; i++) {
            keyed[i] = table.key().contains(columns[i]);
        }
    }

    /** The SQL columns of all values, in order. */
    List<String> columns() {
        return columns(true);
    }

    /** The SQL columns that a replacement sets: all but the key's values. */
    List<String> replaced() {
        return columns(false);
    }

    private List<String> columns(boolean withKey) {
        List<String> names = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (withKey || !table.key().contains(column)) {
                names.add(column.name());
            }
            if (column.type() == ColumnType.DECIMAL) {
                names.add(SqlNames.scaleOf(column));
            }
        }
        return names;
    }

    /** Binds all values from an index on and returns the next index. */
    int bind(PreparedStatement statement, int from, Row row) throws SQLException {
        return bind(statement, from, row, true);
    }

    /** Binds the values that a replacement sets from an index on and returns the next index. */
    int bindReplaced(PreparedStatement statement, int from, Row row) throws SQLException {
        return bind(statement, from, row, false);
    }

    private int bind(PreparedStatement statement, int from, Row row, boolean withKey) throws SQLException {
        int at = from;
        List<@Nullable Object> all = row.values();
        for (int i = 0; i < columns.length; i++) {
            ColumnType type = columns[i].type();
            Object value = all.get(i);
            if (withKey || !keyed[i]) {
                values.bind(statement, at++, type, value);
            }
            if (type == ColumnType.DECIMAL) {
                values.bind(
                        statement, at++, ColumnType.LONG, value == null ? null : (long) ((BigDecimal) value).scale());
            }
        }
        return at;
    }
}
