package io.storeops.adapter.excel;

import com.google.common.collect.ImmutableList;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Chart;
import io.storeops.id.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Where the blocks of a section stand on their sheet, and how wide its columns are: known before the first row is written. */
final class Layout {
    /** Rows and columns of a sheet of Excel. */
    static final int MOST_ROWS = 1_048_576;

    static final int MOST_COLUMNS = 16_384;

    /** A table with more above it would leave no room to scroll. */
    private static final int MOST_FROZEN = 12;

    private static final int NARROWEST = 9;
    private static final int WIDEST = 60;
    private static final int AIR = 2;
    private static final int LINE_OF_TEXT = 80;

    /**
     * A block with its place.
     *
     * @param block the block
     * @param row its first row, from 0
     * @param picture the picture that it shows, if it shows one
     */
    record Placed(Block block, int row, Optional<Picture> picture) {}

    private final Section section;
    private final List<Placed> placed;
    private final List<Integer> widths = new ArrayList<>();

    /**
     * Places the blocks.
     *
     * @param name of the sheet, for messages
     * @throws IllegalArgumentException if they are more than a sheet takes
     */
    Layout(String name, Section section, Function<Sha256, Optional<byte[]>> pictures) {
        this.section = section;
        ImmutableList.Builder<Placed> places = ImmutableList.builder();
        long row = (section.title().isPresent() ? 1 : 0)
                + (XmlText.plain(section.heading()).isEmpty() ? 0 : 1)
                + 1L;
        for (Block block : section.blocks()) {
            Optional<Picture> picture =
                    block instanceof Block.Image image ? Picture.of(image, pictures) : Optional.empty();
            long height = height(block, picture);
            if (height == 0) {
                continue;
            }
            if (row + height > MOST_ROWS) {
                throw new IllegalArgumentException("Sheet '" + name + "' would have " + (row + height)
                        + " rows, and one takes " + MOST_ROWS + ". Make several sections or documents of it");
            }
            places.add(new Placed(block, (int) row, picture));
            measure(name, block);
            row += height + 1;
        }
        this.placed = places.build();
    }

    private static long height(Block block, Optional<Picture> picture) {
        if (block instanceof Block.Text text) {
            return XmlText.plain(text.line()).isEmpty() ? 0 : 1;
        } else if (block instanceof Block.Fields fields) {
            return fields.fields().size();
        } else if (block instanceof Block.Table table) {
            return 1L + Math.max(1, table.rows().size());
        } else if (block instanceof Chart chart) {
            return Math.max(1L + chart.points().size(), ChartTable.ROWS_OF_DRAWING);
        }
        return 1L + picture.map(Picture::rows).orElse(0);
    }

    private void measure(String name, Block block) {
        if (block instanceof Block.Fields fields) {
            fields.fields().forEach(field -> measure(List.of(Content.of(field.label()), Content.of(field.value()))));
        } else if (block instanceof Block.Table table) {
            if (table.columns().size() > MOST_COLUMNS) {
                throw new IllegalArgumentException("A table of sheet '" + name + "' has "
                        + table.columns().size() + " columns, and a sheet takes " + MOST_COLUMNS
                        + ". Make several tables of it");
            }
            measure(table.columns().stream()
                    .map(column -> Content.of(column.name()))
                    .toList());
            table.rows().forEach(row -> measureCells(row.cells()));
        } else if (block instanceof Chart chart) {
            new ChartTable(chart).rows().forEach(this::measure);
        }
    }

    private void measureCells(List<Cell> cells) {
        measure(cells.stream().map(Content::of).toList());
    }

    private void measure(List<Content> row) {
        for (int column = 0; column < row.size(); column++) {
            if (column == widths.size()) {
                widths.add(NARROWEST);
            }
            int width = Math.min(WIDEST, row.get(column).width() + AIR);
            widths.set(column, Math.max(widths.get(column), width));
        }
    }

    Section section() {
        return section;
    }

    List<Placed> placed() {
        return placed;
    }

    /** The widths of the columns that hold something, in columns of a digit. */
    List<Integer> widths() {
        return widths;
    }

    /** Whether a value is wider than its column, and so takes several lines. */
    boolean wraps(Content content, int column) {
        return content.width() + AIR > width(column);
    }

    /** Over how many columns a paragraph goes. */
    int columnsOfText() {
        int columns = 0;
        for (int wide = 0; wide < LINE_OF_TEXT; columns++) {
            wide += width(columns);
        }
        return columns;
    }

    private int width(int column) {
        return column < widths.size() ? widths.get(column) : NARROWEST;
    }

    /** How many lines a paragraph takes over these columns; words are not cut, so lines are not full. */
    int linesOfText(Content content) {
        int line = IntStream.range(0, columnsOfText()).map(this::width).sum() - AIR * AIR;
        return 1 + content.width() / line;
    }

    /** How many rows stay when people scroll: those down to the column names of the only table. */
    OptionalInt frozen() {
        List<Placed> tables = placed.stream()
                .filter(place -> place.block() instanceof Block.Table)
                .toList();
        return tables.size() == 1 && tables.get(0).row() < MOST_FROZEN
                ? OptionalInt.of(tables.get(0).row() + 1)
                : OptionalInt.empty();
    }
}
