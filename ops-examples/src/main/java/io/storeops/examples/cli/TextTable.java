package io.storeops.examples.cli;

import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.document.PlainText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Lines up cells for a terminal: the first column to the left, every other to the right. Not thread-safe. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row, the header first. */
    TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /** Adds a row, of as many cells as the others. */
    TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    void print(PrintStream out) {
        if (rows.isEmpty()) {
            return;
        }
        List<Block.Column> columns = new ArrayList<>();
        for (String name : rows.get(0)) {
            columns.add(new Block.Column(Line.ofName(name), columns.isEmpty() ? Block.Align.LEFT : Block.Align.RIGHT));
        }
        Block.Table table = new Block.Table(
                columns,
                rows.stream()
                        .skip(1)
                        .map(row -> Block.Row.of(row.stream()
                                .map(cell -> Cell.of(Line.ofName(cell)))
                                .toList()))
                        .toList());
        PlainText.body(Document.of(Line.of("Table"), List.of(table))).lines().forEach(line -> out.println("  " + line));
    }
}
