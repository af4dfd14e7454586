package io.storeops.adapter.excel;

import com.google.common.collect.ImmutableList;
import io.storeops.document.Block;
import io.storeops.document.Chart;
import io.storeops.document.Line;
import java.util.List;
import java.util.Optional;

/**
 * The values of a chart as cells: labels, values, the level beside each of them if there is one, and the word for a value that is
 * missing in a column of its own, because Excel draws a text as 0, and only an empty cell as a gap (R26).
 */
final class ChartTable {
    /** Rows that the drawing covers. */
    static final int ROWS_OF_DRAWING = 18;

    static final int LABELS = 0;
    static final int VALUES = 1;

    private static final Content NOTHING = Content.of(Line.EMPTY);

    private final Chart chart;
    private final List<Content> values;
    private final Optional<Content> level;

    ChartTable(Chart chart) {
        this.chart = chart;
        this.values =
                chart.points().stream().map(Block.Field::value).map(Content::of).toList();
        this.level = chart.level().map(Block.Field::value).map(Content::of);
    }

    /** The column of the level, if there is one. */
    int levels() {
        return VALUES + 1;
    }

    /** The column of the words for what is missing, if something is. */
    int words() {
        return levels() + (level.isPresent() ? 1 : 0);
    }

    int columns() {
        return words() + (hasGaps() ? 1 : 0);
    }

    private boolean hasGaps() {
        return values.stream().anyMatch(value -> value.number().isEmpty());
    }

    /** Whether there is a value to be drawn. */
    boolean draws() {
        return values.stream().anyMatch(value -> value.number().isPresent());
    }

    boolean drawsLevel() {
        return level.flatMap(Content::number).isPresent();
    }

    /** The first row names the columns. */
    List<List<Content>> rows() {
        ImmutableList.Builder<List<Content>> rows = ImmutableList.builder();
        ImmutableList.Builder<Content> names = ImmutableList.builder();
        names.add(Content.of(chart.title()), NOTHING);
        chart.level().ifPresent(field -> names.add(Content.of(field.label())));
        rows.add(filled(names.build()));
        for (int i = 0; i < values.size(); i++) {
            rows.add(filled(row(Content.of(chart.points().get(i).label()), values.get(i))));
        }
        return rows.build();
    }

    /** A column without its name. */
    List<Content> points(int column) {
        return rows().stream().skip(1).map(row -> row.get(column)).toList();
    }

    private List<Content> row(Content label, Content value) {
        boolean drawn = value.number().isPresent();
        ImmutableList.Builder<Content> row = ImmutableList.builder();
        row.add(label, drawn ? value : NOTHING);
        level.ifPresent(row::add);
        return drawn ? row.build() : row.add(value).build();
    }

    private List<Content> filled(List<Content> row) {
        return row.size() == columns()
                ? row
                : ImmutableList.<Content>builder().addAll(row).add(NOTHING).build();
    }
}
