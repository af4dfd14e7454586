package io.storeops.adapter.mail;

import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Chart;
import io.storeops.document.Document;
import io.storeops.document.Line;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A document as HTML for mail programs, which know neither style sheets nor drawings: styles stand at the elements, a chart is its
 * table, an image its words. No text becomes markup, and nothing is loaded. Used once.
 */
final class MailPage {
    private static final String CELL = "padding:4px 10px;border-bottom:1px solid #d5dae1;";
    private static final String PAGE = "font-family:sans-serif;font-size:14px;color:#1b2430;";

    private final Document document;
    private final StringBuilder html = new StringBuilder();

    MailPage(Document document) {
        this.document = document;
    }

    String text() {
        String title = escaped(document.title());
        html.append("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"/><title>")
                .append(title)
                .append("</title></head>\n");
        html.append("<body style=\"")
                .append(PAGE)
                .append("\">\n<h1 style=\"font-size:20px\">")
                .append(title)
                .append("</h1>\n");
        document.blocks().forEach(this::block);
        return html.append("</body></html>\n").toString();
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            element("h2", "font-size:16px", escaped(heading.line()));
        } else if (block instanceof Block.Text text) {
            element("p", "", escaped(text.line()));
        } else if (block instanceof Block.Fields fields) {
            open("table", "border-collapse:collapse");
            fields.fields().forEach(this::field);
            html.append("</table>\n");
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Chart chart) {
            table(chart.table());
        } else if (block instanceof Block.Image image) {
            element("p", "color:#5f6b7a", "[" + escaped(image.alternative()) + "]");
        }
    }

    private void field(Block.Field field) {
        html.append("<tr>");
        element("td", CELL + "color:#5f6b7a", escaped(field.label()));
        element("td", CELL, escaped(field.value().shown()));
        html.append("</tr>\n");
    }

    private void table(Block.Table table) {
        open("table", "border-collapse:collapse;margin:8px 0");
        html.append("<tr>");
        for (Block.Column column : table.columns()) {
            element("th", CELL + "background:#e7ebf0;" + align(column), escaped(column.name()));
        }
        html.append("</tr>\n");
        for (Block.Row row : table.rows()) {
            html.append("<tr>");
            List<Cell> cells = row.cells();
            for (int i = 0; i < cells.size(); i++) {
                String weight = row.emphasised() ? "font-weight:bold;" : "";
                element(
                        "td",
                        CELL + weight + align(table.columns().get(i)),
                        escaped(cells.get(i).shown()));
            }
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private static String align(Block.Column column) {
        return column.align() == Block.Align.RIGHT ? "text-align:right" : "text-align:left";
    }

    private void open(String tag, String style) {
        html.append('<').append(tag);
        if (!style.isEmpty()) {
            html.append(" style=\"").append(style).append('"');
        }
        html.append('>');
    }

    private void element(String tag, String style, String content) {
        open(tag, style);
        html.append(content).append("</").append(tag).append('>');
        if (tag.startsWith("h") || tag.equals("p")) {
            html.append('\n');
        }
    }

    private static String escaped(Line line) {
        return line.parts().stream()
                .map(Line.Part::shown)
                .map(text -> text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"))
                .collect(Collectors.joining());
    }
}
