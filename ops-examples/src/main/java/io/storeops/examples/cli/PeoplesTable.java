package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.storeops.document.Formulas;
import io.storeops.examples.replay.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table for people: on the terminal as far as it is wide enough, whole in a file for a spreadsheet. */
final class PeoplesTable {
    private static final int MINUTE = "2024-06-16T09:00".length();
    private static final String INSTANT = "_at";

    private PeoplesTable() {}

    /** Shows some columns of a table, instants to the minute. */
    static void print(Terminal terminal, CsvTable table, List<String> columns) {
        TextTable shown = new TextTable().row(columns);
        table.rows()
                .forEach(row -> shown.row(
                        columns.stream().map(column -> cell(row, column)).toList()));
        shown.print(terminal.out());
    }

    private static String cell(CsvTable.Row row, String column) {
        String text = row.text(column);
        return column.endsWith(INSTANT) && !text.isEmpty()
                ? text.substring(0, MINUTE).replace('T', ' ')
                : text;
    }

    /** Writes the whole table; what a spreadsheet could take for a formula has an apostrophe in front. */
    static void write(Path file, CsvTable table) throws IOException {
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Files.newBufferedWriter(file, UTF_8))) {
            csv.writeRecord(table.columns());
            table.rows()
                    .forEach(row -> csv.writeRecord(
                            row.cells().stream().map(Formulas::safe).toList()));
        }
    }
}
