package io.storeops.adapter.jdbc;

import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of one result. What a query fixes is the same in every row, so it is taken from the query and need not travel; nor does what
 * nobody looks at.
 * Used by one thread for one statement.
 */
final class RowReader {
    private final Table<?> table;
    private final Values values;
    private final Column<?>[] columns;
    private final boolean[] fixed;
    private final boolean scales;
    /** The values of the row before, overwritten by the next: rows in order repeat many texts, which are kept once. */
    private final @Nullable Object[] current;

    private @Nullable Row before;
    private int revisionAt;

    private RowReader(Table<?> table, Values values) {
        this.table = table;
        this.values = values;
        this.columns = table.columns().toArray(new Column<?>[0]);
        this.fixed = new boolean[columns.length];
        this.scales = !values.dialect().keepsScales();
        this.current = new Object[columns.length];
    }

    /** For rows of which nothing is known. */
    static RowReader of(Table<?> table, Values values) {
        return new RowReader(table, values);
    }

    /** For the rows of a query. */
    static RowReader of(Query<?> query, Values values) {
        RowReader reader = new RowReader(query.table(), values);
        for (int i = 0; i < query.equal().size(); i++) {
            reader.fix(query.order().get(i), query.equal().get(i));
        }
        query.unread().forEach(column -> reader.set(column, Json.ofNull()));
        return reader;
    }

    private void fix(Column<?> column, Object value) {
        boolean exact = switch (column.type()) {
            case TEXT, LONG, DATE, BOOL -> true;
            // Equal decimals can differ in scale; a driver can round an instant that it compares.
            case DECIMAL, INSTANT, JSON -> false;
        };
        if (exact) {
            set(column, value);
        }
    }

    private void set(Column<?> column, Object value) {
        int at = Arrays.asList(columns).indexOf(column);
        fixed[at] = true;
        current[at] = value;
    }

    /** The SQL columns to select, in order. */
    List<String> columns() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            if (!fixed[i]) {
                names.add(columns[i].name());
                if (hasScale(columns[i])) {
                    names.add(SqlNames.scaleOf(columns[i]));
                }
            }
        }
        names.add(SqlNames.REVISION);
        return names;
    }

    private boolean hasScale(Column<?> column) {
        return scales && column.type() == ColumnType.DECIMAL;
    }

    /** The record that a result stands on. */
    <R> Versioned<R> versioned(Table<R> of, ResultSet result) throws SQLException {
        Row row = read(result);
        return new Versioned<>(of.read(row), result.getLong(revisionAt));
    }

    /** The row that a result stands on; read once. */
    Row read(ResultSet result) throws SQLException {
        int at = 1;
        for (int i = 0; i < columns.length; i++) {
            if (!fixed[i]) {
                Object value = values.read(result, at++, table, columns[i]);
                if (hasScale(columns[i])) {
                    int scale = result.getInt(at++);
                    value = value == null ? null : scaled((BigDecimal) value, scale);
                }
                if (!(value instanceof String) || !value.equals(current[i])) {
                    current[i] = value;
                }
            }
        }
        revisionAt = at;
        Row row =
                before == null ? Row.of(table, Arrays.asList(current)) : Row.of(table, Arrays.asList(current), before);
        before = row;
        return row;
    }

    private static BigDecimal scaled(BigDecimal value, int scale) {
        return value.scale() == scale ? value : value.setScale(scale);
    }
}
