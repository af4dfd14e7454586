package io.storeops.adapter.csv.storage;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.CommitLog.Written;
import io.storeops.storage.Key;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of one table.
 *
 * @param name the file's name
 * @param table the table
 * @param revised whether rows have revisions; receipts have none
 */
record TableFile(String name, Table<?> table, boolean revised) {
    private static final String REVISION = "revision";
    private static final String SUFFIX = ".csv";

    static TableFile of(Table<?> table) {
        return new TableFile(table.name() + SUFFIX, table, true);
    }

    static TableFile ofReceipts() {
        return new TableFile("_commits" + SUFFIX, Receipt.TABLE, false);
    }

    /** The file of a month. */
    TableFile in(YearMonth month) {
        return new TableFile(stem() + "-" + month + SUFFIX, table, revised);
    }

    private String stem() {
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** This file or that of one of its months, whichever has the name; empty if none has. */
    Optional<TableFile> named(String wanted) {
        return table.byMonth()
                ? monthOf(wanted).map(this::in)
                : Optional.of(this).filter(it -> name.equals(wanted));
    }

    /** The month whose file has the name; empty if none has. */
    Optional<YearMonth> monthOf(String wanted) {
        String before = stem() + "-";
        if (!table.byMonth() || !wanted.startsWith(before) || !wanted.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.parse(
                    wanted.substring(before.length(), Math.max(before.length(), wanted.length() - SUFFIX.length())));
            return Optional.of(month).filter(it -> in(it).name().equals(wanted));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The file with the given rows, in the order in which they are to stand. */
    byte[] render(Collection<Written> rows) {
        return render(new StringBuilder(CsvText.BOM).append(CsvText.line(header())), rows);
    }

    /** The lines of some rows. */
    byte[] renderRows(Collection<Written> rows) {
        return render(new StringBuilder(), rows);
    }

    private byte[] render(StringBuilder begun, Collection<Written> rows) {
        rows.forEach(row -> append(begun, row));
        return CsvText.utf8(begun.toString());
    }

    /** Adds the rest of a line with the cells of a row. */
    void append(StringBuilder out, Written written) {
        int begin = out.length();
        List<@Nullable Object> values = written.row().values();
        int width = values.size();
        for (int i = 0; i < width; i++) {
            if (i > 0) {
                out.append(',');
            }
            ColumnType type = table.columns().get(i).type();
            Object value = values.get(i);
            if (type == ColumnType.TEXT || type == ColumnType.JSON) {
                CsvText.append(out, Cells.print(type, value));
            } else if (value != null) {
                // Of digits, signs and letters only: there is nothing to quote.
                type.format(out, value);
            }
        }
        if (revised) {
            out.append(',').append(written.revision());
        }
        CsvText.endLine(out, begin);
    }

    /** The names of the columns. */
    List<String> header() {
        List<String> header = new ArrayList<>();
        table.columns().forEach(column -> header.add(column.name()));
        if (revised) {
            header.add(REVISION);
        }
        return header;
    }

    /** A row as cells. */
    List<String> cells(Written written) {
        List<String> cells = new ArrayList<>();
        List<@Nullable Object> values = written.row().values();
        for (int i = 0; i < values.size(); i++) {
            cells.add(Cells.print(table.columns().get(i).type(), values.get(i)));
        }
        if (revised) {
            cells.add(Long.toString(written.revision()));
        }
        return cells;
    }

    /**
     * Reads the file.
     *
     * @return the rows in order
     * @throws DamagedFileException if a line breaks a rule, naming the first
     */
    List<Written> parse(byte[] content) {
        Rows rows = new Rows();
        CsvText.read(name, content, rows::line);
        if (!rows.begun) {
            throw headerDamage("missing");
        }
        return rows.found;
    }

    private DamagedFileException headerDamage(String is) {
        return new DamagedFileException(
                name, 1, "the header should be " + header() + " after a byte order mark, but is " + is);
    }

    /** The header, then row after row: in the order of their keys, or as they were committed if they never change. */
    private final class Rows {
        private final List<Written> found = new ArrayList<>();
        private @Nullable Key last;
        private boolean begun;

        void line(CsvText.Line line) {
            if (begun) {
                row(line);
                return;
            }
            List<String> header = new ArrayList<>(header());
            header.set(0, CsvText.BOM + header.get(0));
            if (!line.cells().equals(header)) {
                throw headerDamage(line.cells().toString());
            }
            begun = true;
        }

        private void row(CsvText.Line line) {
            Written row = TableFile.this.row(name, line.line(), line.cells());
            Key key = table.keyOf(row.row());
            if (last != null && key.compareTo(last) <= 0 && !table.appendOnly()) {
                throw new DamagedFileException(name, line.line(), "the key " + key + " does not come after " + last);
            }
            last = key;
            found.add(row);
        }
    }

    /**
     * Reads a row.
     *
     * @param file the file it stands in, for messages
     * @param line the line, for messages
     * @param cells the cells
     * @throws DamagedFileException if a cell breaks the rule of its column
     */
    Written row(String file, long line, List<String> cells) {
        int width = table.columns().size();
        if (cells.size() != width + (revised ? 1 : 0)) {
            throw new DamagedFileException(
                    file, line, "a row of " + table.name() + " has " + header().size() + " cells, not " + cells.size());
        }
        List<@Nullable Object> values = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            values.add(value(file, line, table.columns().get(i), cells.get(i)));
        }
        try {
            return new Written(Row.of(table, values), revised ? revision(cells.get(width)) : 1);
        } catch (IllegalArgumentException e) {
            throw new DamagedFileException(file, line, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads a cell.
     *
     * @throws DamagedFileException if it breaks the rule of its column
     */
    static @Nullable Object value(String file, long line, Column<?> column, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return Cells.parse(column.type(), cell);
        } catch (RuntimeException e) {
            throw new DamagedFileException(file, line, "column " + column.name() + ": " + e.getMessage());
        }
    }

    private static long revision(String cell) {
        long revision = Long.parseLong(cell);
        if (revision < 1 || !Long.toString(revision).equals(cell)) {
            throw new IllegalArgumentException("'" + cell + "' is not a revision (expected 1 or more)");
        }
        return revision;
    }
}
