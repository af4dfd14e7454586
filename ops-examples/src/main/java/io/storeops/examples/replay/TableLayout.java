package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

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
    private final Map<String, Function<T, String>> columns = new LinkedHashMap<>();
    private final List<String> keys = new ArrayList<>();

    private TableLayout(String file) {
        this.file = requireNonNull(file, "file");
    }

    static <T> TableLayout<T> of(String file) {
        return new TableLayout<>(file);
    }

    /** A column of those that name a row. */
    TableLayout<T> key(String name, Function<T, String> cell) {
        keys.add(name);
        return column(name, cell);
    }

    TableLayout<T> column(String name, Function<T, String> cell) {
        columns.put(name, cell);
        return this;
    }

    /** The columns of the key metrics and of the conversion. */
    TableLayout<T> figures(Function<T, Figures> figures) {
        for (Metric metric : Metric.keyMetrics()) {
            column(metric.column(), row -> Notation.number(figures.apply(row).find(metric)));
        }
        return column(
                "conversion", row -> Notation.conversion(figures.apply(row).conversion()));
    }

    ResultTable table(List<T> rows) {
        return ResultTable.of(
                CsvTable.of(
                        file,
                        List.copyOf(columns.keySet()),
                        rows.stream()
                                .map(row -> columns.values().stream()
                                        .map(cell -> cell.apply(row))
                                        .toList())
                                .toList()),
                keys);
    }
}
