package io.storeops.document;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A document as plain text for a terminal, a log or a mail without markup: the columns of a table are lined up with spaces,
 * where a Chinese, Japanese or Korean character takes two columns. An emphasised row has a {@code >} in front; a chart is a table.
 */
public final class PlainText {
    private static final String GAP = "  ";
    private static final String MARK = "> ";

    /** The blocks of Unicode whose characters take two columns, as first and last code point. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0xA000, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private PlainText() {}

    /**
     * The whole document.
     *
     * @param document the document
     * @return the title, an empty line, the blocks with an empty line between them; ends with a line break
     */
    public static String of(Document document) {
        return title(document) + "\n\n" + body(document);
    }

    /**
     * The title.
     *
     * @param document the document
     * @return one line
     */
    public static String title(Document document) {
        return line(document.title());
    }

    /**
     * The document without its title.
     *
     * @param document the document
     * @return the blocks with an empty line between them; ends with a line break unless there are none
     */
    public static String body(Document document) {
        return document.joined(PlainText::block);
    }

    private static String block(Block block) {
        if (block instanceof Block.Heading heading) {
            return line(heading.line()) + "\n";
        } else if (block instanceof Block.Text text) {
            String line = line(text.line());
            return line.isEmpty() ? "" : line + "\n";
        } else if (block instanceof Block.Fields fields) {
            return lined(
                    fields.fields().stream()
                            .map(field -> List.of(
                                    line(field.label()), line(field.value().shown())))
                            .toList(),
                    List.of(Block.Align.LEFT, Block.Align.LEFT));
        } else if (block instanceof Block.Table table) {
            return table(table);
        } else if (block instanceof Chart chart) {
            return table(chart.table());
        }
        return "[" + line(((Block.Image) block).alternative()) + "]\n";
    }

    private static String table(Block.Table table) {
        boolean marked = table.rows().stream().anyMatch(Block.Row::emphasised);
        List<List<String>> rows = new ArrayList<>();
        rows.add(cells(
                marked ? GAP : "",
                table.columns().stream().map(Block.Column::name).toList()));
        for (Block.Row row : table.rows()) {
            rows.add(cells(
                    row.emphasised() ? MARK : marked ? GAP : "",
                    row.cells().stream().map(Cell::shown).toList()));
        }
        return lined(rows, table.columns().stream().map(Block.Column::align).toList());
    }

    private static List<String> cells(String front, List<Line> lines) {
        List<String> cells = new ArrayList<>();
        for (Line line : lines) {
            cells.add((cells.isEmpty() ? front : "") + line(line));
        }
        return cells;
    }

    private static String lined(List<List<String>> rows, List<Block.Align> aligns) {
        int[] widths = new int[aligns.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringJoiner line = new StringJoiner(GAP);
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                String fill = " ".repeat(widths[column] - width(cell));
                line.add(aligns.get(column) == Block.Align.RIGHT ? fill + cell : cell + fill);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String line(Line line) {
        return Line.flat(line.text()).strip();
    }

    private static int width(String text) {
        return text.codePoints().map(PlainText::width).sum();
    }

    private static int width(int code) {
        int type = Character.getType(code);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] block : WIDE) {
            if (code >= block[0] && code <= block[1]) {
                return 2;
            }
        }
        return 1;
    }
}
