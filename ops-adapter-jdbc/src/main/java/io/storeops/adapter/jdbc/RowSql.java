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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table travel: which SQL columns they have, in which order they are bound and read. A decimal has a
 * second column with its scale, because databases do not tell 1.5 from 1.50.
 */
final class RowSql {
    private final Table<?> table;
    private final Values values;
    private final Column<?>[] columns;

    RowSql(Table<?> table, Values values) {
        this.table = table;
        this.values = values;
        this.columns = table.columns().toArray(new Column<?>[0]);
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
        List<@Nullable Object> all = row.values();
        for (int i = 0; i < columns.length; i++) {
            Column<?> column = columns[i];
            Object value = all.get(i);
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
        @Nullable Object[] found = new Object[columns.length];
        int at = 1;
        for (int i = 0; i < columns.length; i++) {
            Object value = values.read(result, at++, table, columns[i]);
            if (columns[i].type() == ColumnType.DECIMAL) {
                int scale = result.getInt(at++);
                value = value == null ? null : scaled((BigDecimal) value, scale);
            }
            found[i] = value;
        }
        return Row.of(table, Arrays.asList(found));
    }

    private static BigDecimal scaled(BigDecimal value, int scale) {
        return value.scale() == scale ? value : value.setScale(scale);
    }
}
