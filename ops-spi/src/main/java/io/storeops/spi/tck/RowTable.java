package io.storeops.spi.tck;

import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of the same name, columns and paths whose records are the rows themselves, of raw values: a duty's own table takes
 * only rows that make sense to the duty, while a storage must keep whatever the types of its columns allow.
 */
final class RowTable {
    private RowTable() {}

    static Table<Row> of(Table<?> table) {
        Map<Column<?>, Column<?>> raw = new LinkedHashMap<>();
        withoutStore(table.columns()).forEach(column -> raw.put(column, column.unmapped()));
        Table.Builder<Row> rows = Table.of(table.name(), Row::store);
        raw.forEach((column, unmapped) -> add(rows, table, column, unmapped));
        table.paths().forEach((name, path) -> {
            Column<?>[] rest = withoutStore(path).stream().map(raw::get).toArray(Column<?>[]::new);
            if (name.equals(Table.KEY_PATH)) {
                rows.key(rest);
            } else {
                rows.path(name, rest);
            }
        });
        if (table.byMonth()) {
            rows.appendOnlyByMonth(month(table).unmapped());
        } else if (table.appendOnly()) {
            rows.appendOnly();
        }
        return rows.reads(row -> row);
    }

    private static List<Column<?>> withoutStore(List<Column<?>> columns) {
        return columns.subList(1, columns.size());
    }

    private static <T> void add(Table.Builder<Row> rows, Table<?> table, Column<?> column, Column<T> unmapped) {
        if (table.personal(column)) {
            rows.personal(unmapped, row -> row.find(unmapped));
        } else if (table.optional(column)) {
            rows.optional(unmapped, row -> row.find(unmapped));
        } else {
            rows.column(unmapped, row -> row.get(unmapped));
        }
    }

    /** A table tells the month of a row, not the column that it looks at: of a row with a year for each column, that year's. */
    private static Column<?> month(Table<?> table) {
        int firstYear = 2000;
        List<Object> values = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            LocalDate day = LocalDate.of(firstYear + values.size(), 1, 1);
            values.add(
                    switch (column.type()) {
                        case TEXT -> "text";
                        case LONG -> 1L;
                        case DECIMAL -> BigDecimal.ONE;
                        case BOOL -> true;
                        case JSON -> Json.ofNull();
                        case DATE -> day;
                        case INSTANT -> day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
                    });
        }
        return table.columns().get(table.monthOf(Row.of(table, values)).getYear() - firstYear);
    }
}
