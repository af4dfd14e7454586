package io.storeops.examples.replay;

import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The columns of a result table, each with how it is written. Not thread-safe.
 *
 * @param <T> what a row tells of
 */
final class TableLayout<T> {
    private final String file;
    private final Notation notation;
    private final Map<String, Function<T, ?>> columns = new LinkedHashMap<>();
    private final List<String> keys = new ArrayList<>();

    TableLayout(String file, Notation notation) {
        this.file = file;
        this.notation = notation;
    }

    /** A column of those that name a row. */
    TableLayout<T> key(String name, Function<T, ?> cell) {
        keys.add(name);
        return column(name, cell);
    }

    TableLayout<T> column(String name, Function<T, ?> cell) {
        columns.put(name, cell);
        return this;
    }

    /** The columns of the key metrics and of the conversion. */
    TableLayout<T> figures(Function<T, Figures> figures) {
        for (Metric metric : Metric.keyMetrics()) {
            column(metric.column(), row -> figures.apply(row).find(metric));
        }
        return column("conversion", row -> figures.apply(row).conversion());
    }

    ResultTable table(List<T> rows) {
        return ResultTable.of(
                CsvTable.of(
                        file,
                        List.copyOf(columns.keySet()),
                        rows.stream()
                                .map(row -> columns.values().stream()
                                        .map(cell -> notation.text(cell.apply(row)))
                                        .toList())
                                .toList()),
                keys);
    }
}
