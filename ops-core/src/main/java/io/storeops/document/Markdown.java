package io.storeops.document;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A document as Markdown, with tables as GitHub and most chat groups read them. The library's words stand as they are; in a
 * name every character that Markdown could take for its own is escaped, so none becomes a link, a mention, a cell or markup.
 * Of an image, whose bytes are not in the text, the words stand there, and of a chart its table.
 */
public final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]<>()#+-!|@~:&";
    private static final String WWW = "www";
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})\\.");

    private Markdown() {}

    /**
     * The whole document.
     *
     * @param document the document
     * @return the title as a heading, an empty line, the body; ends with a line break
     */
    public static String of(Document document) {
        return "# " + title(document) + "\n\n" + body(document);
    }

    /**
     * The title.
     *
     * @param document the document
     * @return one line, without the sign of a heading
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
        return document.joined(Markdown::block);
    }

    private static String block(Block block) {
        if (block instanceof Block.Heading heading) {
            return "## " + line(heading.line()) + "\n";
        } else if (block instanceof Block.Text text) {
            return paragraph(line(text.line()));
        } else if (block instanceof Block.Fields fields) {
            StringBuilder list = new StringBuilder();
            fields.fields()
                    .forEach(field -> list.append("- ")
                            .append(line(field.label()))
                            .append(": ")
                            .append(line(field.value().shown()))
                            .append('\n'));
            return list.toString();
        } else if (block instanceof Block.Table table) {
            return table(table);
        } else if (block instanceof Chart chart) {
            return table(chart.table());
        }
        return paragraph("\\[" + line(((Block.Image) block).alternative()) + "\\]");
    }

    /** A number with a full stop would begin a list. */
    private static String paragraph(String line) {
        return line.isEmpty() ? "" : NUMBERED.matcher(line).replaceFirst("$1\\\\.") + "\n";
    }

    private static String table(Block.Table table) {
        StringBuilder text = new StringBuilder();
        row(text, table.columns().stream().map(column -> line(column.name())).toList());
        row(
                text,
                table.columns().stream()
                        .map(column -> column.align() == Block.Align.RIGHT ? "---:" : "---")
                        .toList());
        for (Block.Row row : table.rows()) {
            row(
                    text,
                    row.cells().stream()
                            .map(cell -> line(cell.shown()))
                            .map(cell -> row.emphasised() && !cell.isEmpty() ? "**" + cell + "**" : cell)
                            .toList());
        }
        return text.toString();
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String line(Line line) {
        StringBuilder out = new StringBuilder();
        for (Line.Part part : line.parts()) {
            String flat = part.shown();
            out.append(part.name() ? escaped(flat) : flat.replace("|", "\\|"));
        }
        return out.toString().strip();
    }

    private static String escaped(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || (c == '.' && endsWithWww(name, i))) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** Many readers make a link of what begins with www. and needs no more than that. */
    private static boolean endsWithWww(String name, int end) {
        return end >= WWW.length()
                && name.substring(end - WWW.length(), end)
                        .toLowerCase(Locale.ROOT)
                        .equals(WWW);
    }
}
