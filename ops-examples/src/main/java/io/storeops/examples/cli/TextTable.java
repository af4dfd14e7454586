package io.storeops.examples.cli;

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

    /** Adds a row. */
    TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    void print(PrintStream out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int column = 0; column < row.size(); column++) {
                String gap = " ".repeat(width(column) - row.get(column).length());
                line.append(column == 0 ? row.get(column) + gap : "  " + gap + row.get(column));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
