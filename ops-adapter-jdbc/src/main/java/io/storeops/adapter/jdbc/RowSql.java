package io.storeops.adapter.jdbc;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table travel: which SQL columns they have, in which order they are bound and read. A decimal has a
 * second column with its scale, because databases do not tell 1.5 from 1.50.
 */
final class RowSql {
    private final Table<?> table;
    private final Values values;

    RowSql(Table<?> table, Values values) {
        this.table = table;
        this.values = values;
    }

    /** The SQL columns of all values, in order; the revision follows them in a result. */
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
        for (int i = 0; i < table.columns().size(); i++) {
            Column<?> column = table.columns().get(i);
            Object value = row.values().get(i);
            if (withKey || !table.key().contains(column)) {
                values.bind(statement, at++, column.type(), value);
            }
            if (column.type() == ColumnType.DECIMAL) {
                values.bind(
                        statement, at++, ColumnType.LONG, value == null ? null : (long) ((BigDecimal) value).scale());
            }
        }
        return at;
    }

    /** The row that a result stands on, its values being the first columns. */
    Row read(ResultSet result) throws SQLException {
        List<@Nullable Object> found = new ArrayList<>(table.columns().size());
        int at = 1;
        for (Column<?> column : table.columns()) {
            Object value = values.read(result, at++, table.name() + "." + column.name(), column.type());
            if (column.type() == ColumnType.DECIMAL) {
                int scale = result.getInt(at++);
                value = value == null ? null : ((BigDecimal) value).setScale(scale);
            }
            found.add(value);
        }
        return Row.of(table, found);
    }
}
