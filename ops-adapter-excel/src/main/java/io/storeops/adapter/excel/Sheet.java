package io.storeops.adapter.excel;

import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Chart;
import io.storeops.document.Line;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** Writes the blocks of a section to their sheet, from top to bottom. Used once. */
final class Sheet {
    private static final int LONGEST_TEXT = 32_767;
    private static final int FLUSHED = 1_000;
    private static final double LINE_HEIGHT = 15;
    private static final int MOST_LINES = 27;

    private final Worksheet sheet;
    private final Layout layout;
    private final Words words;
    private final Drawing drawing = new Drawing();

    Sheet(Worksheet sheet, Layout layout, Words words) {
        this.sheet = sheet;
        this.layout = layout;
        this.words = words;
    }

    /** Writes the sheet; what is drawn over it is given back. */
    Drawing write() throws IOException {
        setUp();
        int row = 0;
        Optional<Line> title = layout.section().title();
        if (title.isPresent()) {
            free(row++, Content.of(title.get()), Look.TITLE).set();
        }
        free(row, Content.of(layout.section().heading()), Look.HEADING).set();
        for (Layout.Placed place : layout.placed()) {
            write(place);
        }
        sheet.finish();
        return drawing;
    }

    /** All of it before the first row, which may be on its way when the last one is written. */
    private void setUp() {
        List<Integer> widths = layout.widths();
        for (int column = 0; column < widths.size(); column++) {
            sheet.width(column, widths.get(column));
        }
        layout.frozen().ifPresent(rows -> sheet.freezePane(0, rows));
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private void write(Layout.Placed place) throws IOException {
        int row = place.row();
        Block block = place.block();
        if (block instanceof Block.Text text) {
            paragraph(row, Content.of(text.line()));
        } else if (block instanceof Block.Fields fields) {
            for (Block.Field field : fields.fields()) {
                put(row, 0, Content.of(field.label()), Look.LABEL, Block.Align.LEFT);
                put(row++, 1, field.value(), Look.VALUE, Block.Align.LEFT);
            }
        } else if (block instanceof Block.Table table) {
            table(row, table);
        } else if (block instanceof Chart chart) {
            chart(row, new ChartTable(chart), chart);
        } else if (block instanceof Block.Image image) {
            image(row, image, place.picture());
        }
    }

    private void paragraph(int row, Content content) {
        int lines = layout.linesOfText(content);
        StyleSetter style = free(row, content, Look.VALUE);
        if (lines > 1) {
            sheet.range(row, 0, row, layout.columnsOfText() - 1).merge();
            sheet.rowHeight(row, LINE_HEIGHT * Math.min(MOST_LINES, lines));
            style.wrapText(true).verticalAlignment("top");
        }
        style.set();
    }

    private void table(int first, Block.Table table) throws IOException {
        List<Block.Column> columns = table.columns();
        for (int column = 0; column < columns.size(); column++) {
            put(
                    first,
                    column,
                    Content.of(columns.get(column).name()),
                    Look.COLUMN,
                    columns.get(column).align());
        }
        if (table.rows().isEmpty()) {
            free(first + 1, Content.of(Line.of(words.noRows())), Look.ABSENT).set();
        }
        int row = first;
        for (Block.Row next : table.rows()) {
            row++;
            Look look = next.emphasised() ? Look.EMPHASISED : Look.VALUE;
            for (int column = 0; column < columns.size(); column++) {
                put(
                        row,
                        column,
                        next.cells().get(column),
                        look,
                        columns.get(column).align());
            }
            if (row % FLUSHED == 0) {
                sheet.flush();
            }
        }
    }

    private void chart(int first, ChartTable values, Chart chart) {
        List<List<Content>> rows = values.rows();
        for (int i = 0; i < rows.size(); i++) {
            for (int column = 0; column < values.columns(); column++) {
                Look look = i == 0
                        ? Look.COLUMN
                        : column == ChartTable.LABELS
                                ? Look.LABEL
                                : column == values.words() ? Look.ABSENT : Look.VALUE;
                Block.Align align = column == ChartTable.LABELS ? Block.Align.LEFT : Block.Align.RIGHT;
                put(first + i, column, rows.get(i).get(column), look, align);
            }
        }
        if (values.draws()) {
            drawing.add(new NativeChart(sheet.getName(), chart, values, first));
        }
    }

    private void image(int row, Block.Image image, Optional<Picture> picture) {
        Line caption = picture.isPresent()
                ? image.alternative()
                : image.alternative().and(" ").and(words.pictureAbsent());
        free(row, Content.of(caption), Look.ABSENT).set();
        picture.ifPresent(shown -> drawing.add(shown.below(row)));
    }

    private void put(int row, int column, Cell cell, Look look, Block.Align align) {
        put(row, column, Content.of(cell), cell instanceof Cell.Missing ? Look.ABSENT : look, align);
    }

    /** A value in its column: in several lines if it is wider. */
    private void put(int row, int column, Content content, Look look, Block.Align align) {
        StyleSetter style = value(row, column, content, look);
        if (align == Block.Align.RIGHT) {
            style.horizontalAlignment("right");
        } else {
            // A little away from the column before, whose values may stand to its right.
            style.horizontalAlignment("left").indent(column > 0 ? 1 : 0);
        }
        if (layout.wraps(content, column)) {
            style.wrapText(true).verticalAlignment("top");
        }
        style.set();
    }

    /** A text that goes on over the empty cells beside it. */
    private StyleSetter free(int row, Content content, Look look) {
        return value(row, 0, content, look);
    }

    private StyleSetter value(int row, int column, Content content, Look look) {
        if (content.number().isPresent()) {
            sheet.value(row, column, content.number().get());
        } else if (!content.text().isEmpty()) {
            // In the cell itself: a table of all texts would have to stay in memory to the end.
            sheet.inlineString(row, column, XmlText.ofCell(checked(row, column, content.text())));
        }
        StyleSetter style = sheet.style(row, column);
        look.on(style);
        if (!content.format().equals(Content.PLAIN)) {
            style.format(content.format());
        }
        return style;
    }

    private String checked(int row, int column, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("Sheet '" + sheet.getName() + "' cell " + Reference.of(row, column)
                    + " would hold a text of " + text.length() + " characters, and a cell takes " + LONGEST_TEXT
                    + ". Shorten it, or make several paragraphs of it; it begins with '"
                    + text.substring(0, text.offsetByCodePoints(0, 20)) + "'");
        }
        return text;
    }
}
