package io.storeops.examples.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.RowProblem;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A small table of text in a CSV file: UTF-8, comma, one line break a row.
 *
 * @param file the file's name, for messages too
 * @param columns the header
 * @param rows the rows in order
 */
public record CsvTable(String file, List<String> columns, List<Row> rows) {
    /** Copies the lists. */
    public CsvTable {
        requireNonNull(file, "file");
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A row with its place.
     *
     * @param file the file's name
     * @param line the line at which it starts, from 1; 0 if it was not read from a file
     * @param columns the header
     * @param cells the cells, as many as columns
     */
    public record Row(String file, long line, List<String> columns, List<String> cells) {
        /** Copies the lists. */
        public Row {
            requireNonNull(file, "file");
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }

        /**
         * A cell.
         *
         * @param column its column
         * @return its text
         * @throws AdapterException if there is no such column, naming those there are
         */
        public String text(String column) {
            int index = columns.indexOf(column);
            if (index < 0) {
                throw new AdapterException(
                        FaultKind.INVALID, file + " has no column '" + column + "'. Its columns: " + columns);
            }
            return cells.get(index);
        }

        /**
         * A cell read as something else.
         *
         * @param <T> what it is read as
         * @param column its column
         * @param rule what is wrong with a cell that cannot be read
         * @param parser reads the text; any runtime exception means that it cannot
         * @return the value
         * @throws AdapterException if the parser refuses the cell, with file, line and column
         */
        public <T> T as(String column, String rule, Function<String, T> parser) {
            String text = text(column);
            try {
                return parser.apply(text);
            } catch (RuntimeException e) {
                throw new AdapterException(
                        FaultKind.INVALID,
                        new RowProblem(file, line, Optional.of(column), "'" + text + "' " + rule).toString(),
                        e);
            }
        }

        /**
         * A cell that may be empty, read as something else.
         *
         * @param <T> what it is read as
         * @param column its column
         * @param rule what is wrong with a cell that cannot be read
         * @param parser reads the text
         * @return the value, empty for an empty cell
         * @throws AdapterException if the parser refuses the cell
         */
        public <T> Optional<T> find(String column, String rule, Function<String, T> parser) {
            return text(column).isEmpty() ? Optional.empty() : Optional.of(as(column, rule, parser));
        }
    }

    /**
     * A table made of rows of cells.
     *
     * @param file the file's name
     * @param columns the header
     * @param rows the cells, row by row
     * @return the table
     */
    public static CsvTable of(String file, List<String> columns, List<List<String>> rows) {
        return new CsvTable(
                file,
                columns,
                rows.stream().map(cells -> new Row(file, 0, columns, cells)).toList());
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @return its table
     * @throws AdapterException if the file is not there, is not CSV or has no header
     */
    public static CsvTable read(Path path) {
        String name = String.valueOf(path.getFileName());
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(path, UTF_8)) {
            return of(name, records);
        } catch (NoSuchFileException e) {
            throw new AdapterException(FaultKind.NOT_FOUND, "There is no file " + path, e);
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw new AdapterException(FaultKind.INVALID, path + " cannot be read as CSV: " + reason(e), e);
        }
    }

    /**
     * Reads a text.
     *
     * @param name what is read, for messages
     * @param text the text
     * @return its table
     * @throws AdapterException if the text is not CSV or has no header
     */
    public static CsvTable parse(String name, String text) {
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(text)) {
            return of(name, records);
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw new AdapterException(FaultKind.INVALID, name + " cannot be read as CSV: " + reason(e), e);
        }
    }

    private static String reason(Exception e) {
        return e.getCause() instanceof IOException cause ? cause.toString() : e.toString();
    }

    private static CsvTable of(String name, CsvReader<CsvRecord> records) {
        List<String> columns = List.of();
        List<Row> rows = new ArrayList<>();
        for (CsvRecord csv : records) {
            if (columns.isEmpty()) {
                columns = csv.getFields();
            } else {
                rows.add(new Row(name, csv.getStartingLineNumber(), columns, csv.getFields()));
            }
        }
        if (columns.isEmpty()) {
            throw new AdapterException(FaultKind.INVALID, name + " is empty; expected a header");
        }
        return new CsvTable(name, columns, rows);
    }

    /**
     * Writes the table: as CSV, or as the JSON document that it was made of.
     *
     * @param folder the folder that gets the file
     * @throws IOException if it cannot be written
     */
    public void write(Path folder) throws IOException {
        if (file.endsWith(JsonTable.ENDING)) {
            Files.writeString(folder.resolve(file), JsonCodec.pretty(JsonTable.document(this)) + "\n", UTF_8);
            return;
        }
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(folder.resolve(file), UTF_8))) {
            csv.writeRecord(columns);
            rows.forEach(row -> csv.writeRecord(row.cells()));
        }
    }
}
