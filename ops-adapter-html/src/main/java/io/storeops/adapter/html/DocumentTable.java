package io.storeops.adapter.html;

import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Line;
import java.util.List;

/** A table of a document: the first cell of a row names it. */
final class DocumentTable {
    private final Block.Table table;
    private final Words words;
    private final Markup markup;

    DocumentTable(Block.Table table, Words words, Markup markup) {
        this.table = table;
        this.words = words;
        this.markup = markup;
    }

    /** Writes the table; what it shows is said by the heading above it. */
    void write(Line heading, String caption) {
        List<Block.Column> columns = table.columns();
        FramedTable.open(markup.open("div", "class", "card"), "sheet", caption);
        FramedTable.hiddenCaption(markup, caption).line(heading).close();
        markup.open("thead").open("tr");
        for (Block.Column column : columns) {
            markup.open("th", "scope", "col", "class", style(column))
                    .line(column.name())
                    .close();
        }
        markup.close().close().open("tbody");
        table.rows().forEach(this::row);
        if (table.rows().isEmpty()) {
            markup.open("tr").leaf("td", words.noRows(), "class", "note", "colspan", Integer.toString(columns.size()));
            markup.close();
        }
        FramedTable.close(markup.close()).close();
    }

    private static String style(Block.Column column) {
        return column.align() == Block.Align.RIGHT ? "number" : "words";
    }

    private void row(Block.Row row) {
        if (row.emphasised()) {
            markup.open("tr", "class", "emphasised");
        } else {
            markup.open("tr");
        }
        for (int i = 0; i < row.cells().size(); i++) {
            String style = style(table.columns().get(i));
            if (i == 0) {
                markup.open("th", "scope", "row", "class", style);
            } else {
                markup.open("td", "class", style);
            }
            cell(row.cells().get(i), row.emphasised());
            markup.close();
        }
        markup.close();
    }

    private void cell(Cell cell, boolean emphasised) {
        if (emphasised) {
            markup.open("strong");
            value(cell, markup);
            markup.close();
        } else {
            value(cell, markup);
        }
    }

    static void value(Cell cell, Markup markup) {
        if (cell instanceof Cell.Missing missing) {
            markup.open("span", "class", "missing").line(missing.shown()).close();
        } else {
            markup.line(cell.shown());
        }
    }
}
