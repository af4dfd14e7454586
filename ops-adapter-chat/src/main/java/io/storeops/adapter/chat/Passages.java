package io.storeops.adapter.chat;

import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Chart;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.document.PlainText;
import java.util.ArrayList;
import java.util.List;

/** The passages of a document in one notation, every text of it inert. */
final class Passages {
    private static final String BETWEEN = " | ";
    private static final String FENCE = "```\n";

    private final Notation notation;
    private final List<Passage> passages = new ArrayList<>();
    private String heading = "";

    private Passages(Notation notation) {
        this.notation = notation;
    }

    static List<Passage> of(Document document, Notation notation) {
        Passages made = new Passages(notation);
        document.blocks().forEach(made::add);
        made.endHeading();
        return List.copyOf(made.passages);
    }

    private void add(Block block) {
        if (block instanceof Block.Heading next) {
            endHeading();
            heading = notation.heading().around(Inert.of(next.line()));
        } else if (block instanceof Block.Text text) {
            paragraph(text.line());
        } else if (block instanceof Block.Fields fields) {
            add(new Passage(
                    "",
                    fields.fields().stream()
                            .map(field -> notation.field()
                                    .around(Inert.of(field.label()) + ": "
                                            + Inert.of(field.value().shown())))
                            .toList(),
                    "",
                    true));
        } else if (block instanceof Block.Table table) {
            add(table(table));
        } else if (block instanceof Chart chart) {
            add(table(chart.table()));
        } else {
            paragraph(Line.of("[").and(((Block.Image) block).alternative()).and("]"));
        }
    }

    private void paragraph(Line line) {
        String text = notation.markdown() ? Inert.paragraph(line) : Inert.of(line);
        if (!text.isEmpty()) {
            add(Passage.prose("", text + "\n"));
        }
    }

    private void add(Passage passage) {
        passages.add(passage.below(heading));
        heading = "";
    }

    /** A heading with nothing below it stands by itself. */
    private void endHeading() {
        if (!heading.isEmpty()) {
            passages.add(Passage.prose("", heading));
            heading = "";
        }
    }

    private Passage table(Block.Table table) {
        return switch (notation.table()) {
            case MARKDOWN -> markdown(table);
            case LINES -> lines(table);
            case PREFORMATTED -> preformatted(table);
        };
    }

    private Passage markdown(Block.Table table) {
        List<String> rules = table.columns().stream()
                .map(column -> column.align() == Block.Align.RIGHT ? "--:" : ":--")
                .toList();
        return new Passage(
                ruled(names(table)) + ruled(rules),
                table.rows().stream().map(row -> ruled(cells(row))).toList(),
                "",
                false);
    }

    private static String ruled(List<String> cells) {
        return "| " + String.join(BETWEEN, cells) + " |\n";
    }

    private Passage lines(Block.Table table) {
        String head = notation.markdown()
                ? notation.strong().around(String.join(BETWEEN, names(table)))
                : String.join(BETWEEN, names(table));
        return new Passage(
                notation.row().around(head),
                table.rows().stream()
                        .map(row -> notation.row()
                                .around(
                                        notation.markdown() || !row.emphasised()
                                                ? String.join(BETWEEN, cells(row))
                                                : notation.strong().around(String.join(BETWEEN, plain(row)))))
                        .toList(),
                "",
                false);
    }

    /** Lined up by core, of texts that are inert already. */
    private static Passage preformatted(Block.Table table) {
        Block.Table inert = new Block.Table(
                table.columns().stream()
                        .map(column -> new Block.Column(Line.of(Inert.of(column.name())), column.align()))
                        .toList(),
                table.rows().stream()
                        .map(row ->
                                new Block.Row(plain(row).stream().map(Cell::of).toList(), row.emphasised()))
                        .toList());
        List<String> lines = PlainText.body(Document.of(Line.of("table"), List.of(inert)))
                .lines()
                .map(line -> line + "\n")
                .toList();
        return new Passage(FENCE + lines.get(0), lines.subList(1, lines.size()), FENCE, false);
    }

    private static List<String> names(Block.Table table) {
        return table.columns().stream().map(column -> Inert.of(column.name())).toList();
    }

    private static List<String> plain(Block.Row row) {
        return row.cells().stream().map(cell -> Inert.of(cell.shown())).toList();
    }

    private List<String> cells(Block.Row row) {
        return plain(row).stream()
                .map(cell ->
                        row.emphasised() && !cell.isEmpty() ? notation.strong().around(cell) : cell)
                .toList();
    }
}
