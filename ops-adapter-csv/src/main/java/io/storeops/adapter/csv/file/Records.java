package io.storeops.adapter.csv.file;

import io.storeops.failure.AdapterException;
import io.storeops.spi.sheet.SheetCell;
import io.storeops.spi.sheet.SheetRows;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of one file in order, in the memory of two: the next one is read ahead, so that it is known which is the last. Only the
 * cells that are {@link #take taken} are ever copied out of the parser's buffer. Strict: a stray or unclosed quote, a character after
 * a closing quote, a NUL character, a record of another width than the first and anything too large are faults of the whole
 * file. A file may be cut off at either end, though: a first record that is too narrow, and a last one without a line end, are told
 * by {@link #cut}. Not thread-safe.
 */
public final class Records implements Closeable {
    /** The longest cell, in characters. */
    public static final int LONGEST_CELL = 1 << 20;
    /** The most characters that are taken of one record. */
    public static final int LONGEST_RECORD = 1 << 22;
    /** The most columns. */
    public static final int MOST_COLUMNS = 1 << 14;

    private final Path file;
    private final RecordCopier copier;
    private final RecordSource source;
    private RecordRow row = new RecordRow();
    private long read;
    private boolean more;
    private @Nullable AdapterException fault;

    private Records(Path file, RecordCopier copier, RecordSource source) {
        this.file = file;
        this.copier = copier;
        this.source = source;
    }

    /**
     * Opens a file before its first record.
     *
     * @throws AdapterException if the file is not there, cannot be read or is not text of this encoding
     */
    public static Records open(Path file, Charset charset, Dialect dialect) {
        try {
            RecordCopier copier = new RecordCopier(file, dialect);
            return new Records(file, copier, new TextRecords(StrictText.open(file, charset), dialect, copier));
        } catch (IOException e) {
            throw FileFaults.unreadable(file, e);
        }
    }

    /**
     * The records of a sheet: rows that hold nothing are none, and a row is as wide as the header, whatever it holds.
     *
     * @param dialect what is no row; how a text is divided has no meaning here
     * @param rows the rows, closed with the records
     */
    public static Records of(Path file, Dialect dialect, SheetRows rows) {
        RecordCopier copier = new RecordCopier(file, dialect);
        return new Records(file, copier, new SheetRecords(rows, copier));
    }

    /**
     * Goes on to the next record.
     *
     * @return false at the end
     * @throws AdapterException if the file is faulty, with its line
     */
    public boolean next() {
        if (copier.everything()) {
            more = fetched();
        }
        if (fault != null) {
            throw fault;
        }
        if (!more) {
            return false;
        }
        row = copier.give(row);
        if (!copier.everything()) {
            read++;
            fetch();
            requireWidth();
        }
        return true;
    }

    /** A fault of the record ahead is of no concern yet. */
    private void fetch() {
        try {
            more = fetched();
        } catch (AdapterException e) {
            fault = e;
        }
    }

    private boolean fetched() {
        try {
            return source.next();
        } catch (IOException | UncheckedIOException e) {
            throw FileFaults.unreadable(file, e);
        }
    }

    /** A file that is cut off has its other records; one whose only record is too narrow is not what was declared. */
    private void requireWidth() {
        boolean only = read == 1 && !more();
        if (row.count() < copier.width() && !row.empty() && !row.passed() && (only || cut().isEmpty())) {
            throw FileFaults.invalid(
                    file,
                    row.line(),
                    "the record has " + row.count() + " of the " + copier.width()
                            + " columns of the header; is the file cut off?");
        }
    }

    /** Whether there is a record after this one. */
    public boolean more() {
        return more || fault != null;
    }

    /** Whether the file ends within the record, without a line end. Below the last row it may. */
    public boolean endsWithinALine() {
        return !more() && !row.passed() && source.endsWithinALine();
    }

    /** Whether the record is no row by its first cell, whatever its width is. */
    public boolean passedOver() {
        return row.passed();
    }

    /** How the file shows that it was cut off in this record, if it does. */
    public Optional<String> cut() {
        if (endsWithinALine()) {
            return Optional.of(
                    "the file ends within this line, without a line end, so it may be cut off here; export it anew, or"
                            + " add a line end if the line is whole (a profile can say that there is none, with"
                            + " lastLineEnd OPTIONAL)");
        }
        if (read == 1 && row.count() < copier.width() && !row.empty() && !row.passed()) {
            return Optional.of("the first record has " + row.count() + " of the " + copier.width()
                    + " columns of the header, so the file may be cut off before it; export it anew");
        }
        return Optional.empty();
    }

    /** Takes, from the next record on, only these columns; records must be as wide as this array from then on. */
    public void take(boolean[] columns) {
        copier.take(columns);
        fetch();
    }

    /** The line at which the record starts, from 1. */
    public long line() {
        return row.line();
    }

    /** Whether the record is a line without any character. */
    public boolean empty() {
        return row.empty();
    }

    /** How many cells the record has. */
    public int count() {
        return row.count();
    }

    /** The memory that {@link #from} and {@link #to} point into; good until {@link #next}. */
    public char[] chars() {
        return row.chars();
    }

    /** Where a taken cell begins. */
    public int from(int column) {
        return row.from(column);
    }

    /** Where a taken cell ends. */
    public int to(int column) {
        return row.to(column);
    }

    /** A taken cell as it stands in the file. */
    public String text(int column) {
        return row.text(column);
    }

    /** What a sheet has in a taken cell if it is more than a text: a number, a date, a truth value, a fault. */
    public @Nullable SheetCell typed(int column) {
        return row.typed(column);
    }

    /** Puts what a sheet had in a cell in the place of another. */
    public void put(int column, SheetCell cell) {
        put(column, CellText.of(cell));
        row.type(column, cell instanceof SheetCell.Text ? null : cell);
    }

    /** Puts a text in the place of a cell, or of one behind those of the file. */
    public void put(int column, String cell) {
        row.put(column, cell);
    }

    /** All cells of a record of which everything is taken. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(row.count());
        for (int column = 0; column < row.count(); column++) {
            texts.add(text(column));
        }
        return List.copyOf(texts);
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw FileFaults.unreadable(file, e);
        }
    }
}
