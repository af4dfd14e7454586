package io.storeops.adapter.csv.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.storeops.failure.AdapterException;
import io.storeops.spi.sheet.SheetCell;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Copies what is taken of a record out of the parser's buffer into the row ahead, and refuses what is a fault of the whole file. Called once a cell.
 */
final class RecordCopier extends AbstractBaseCsvCallbackHandler<Boolean> {
    private final Path file;
    private final Dialect dialect;
    private final PassedOver passedOver;
    private boolean[] taken = {};
    private boolean everything = true;
    private int width = -1;
    private RecordRow ahead = new RecordRow();

    RecordCopier(Path file, Dialect dialect) {
        this.file = file;
        this.dialect = dialect;
        this.passedOver = new PassedOver(dialect.passedOver());
    }

    /** Takes only these columns from the next record on; records must be as wide as this array from then on. */
    void take(boolean[] columns) {
        taken = columns.clone();
        everything = false;
        width = taken.length;
    }

    /** Whether every cell is taken, and records may have any width. */
    boolean everything() {
        return everything;
    }

    /** How many columns the header has, once columns were chosen. */
    int width() {
        return width;
    }

    /**
     * Gives away the row ahead.
     *
     * @param done a row that is no longer needed, for the next record
     */
    RecordRow give(RecordRow done) {
        RecordRow given = ahead;
        ahead = done;
        return given;
    }

    /** A fault of the record ahead. */
    AdapterException invalid(String what) {
        return FileFaults.invalid(file, ahead.line(), what);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        ahead.begin(startingLineNumber);
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (column == 0 && !everything) {
            ahead.pass(passedOver.begins(buffer, offset, length));
        }
        ahead.beBlankStill(passedOver.blankOnes() && PassedOver.blank(buffer, offset, length));
        check(column, buffer, offset, length, quoted);
        boolean wanted = wanted(column);
        if (wanted && ahead.used() + length > Records.LONGEST_RECORD) {
            throw invalid("the record has more than " + Records.LONGEST_RECORD + " characters");
        }
        ahead.add(column, buffer, offset, wanted ? length : 0);
    }

    private boolean wanted(int column) {
        return everything || (column < width && taken[column]);
    }

    /** Keeps what a sheet has in the cell that was copied last. */
    void type(int column, @Nullable SheetCell cell) {
        ahead.type(column, wanted(column) ? cell : null);
    }

    private void check(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (column >= (everything || ahead.passed() ? Records.MOST_COLUMNS : width)) {
            throw everything || ahead.passed()
                    ? invalid("there are more than " + Records.MOST_COLUMNS + " columns")
                    : invalid("the record has more than the " + width + " columns of the header");
        }
        boolean quote = false;
        boolean nul = false;
        for (int i = offset; i < offset + length; i++) {
            quote |= buffer[i] == '"';
            nul |= buffer[i] == 0;
        }
        if (nul) {
            throw invalid(
                    "the record that begins here has a NUL character; the file is damaged, or its encoding is not the"
                            + " declared one");
        }
        if (quote && !quoted && !mayStand(column, buffer, offset, length)) {
            throw invalid("in the record that begins here a quote stands inside a field that does not begin with one");
        }
    }

    /** Whether a bare quote may stand in a cell. */
    private boolean mayStand(int column, char[] buffer, int offset, int length) {
        return (dialect.equalsQuotes() && equalsQuotes(buffer, offset, length))
                || (dialect.literalQuotes() && (everything || ahead.passed() || !taken[column]));
    }

    /** As in {@code ="1234"}: what a spreadsheet takes for a text, and no other quote. */
    private static boolean equalsQuotes(char[] buffer, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && buffer[from] <= ' ') {
            from++;
        }
        while (from < to && buffer[to - 1] <= ' ') {
            to--;
        }
        if (to - from < 3 || buffer[from] != '=' || buffer[from + 1] != '"' || buffer[to - 1] != '"') {
            return false;
        }
        for (int i = from + 2; i < to - 1; i++) {
            if (buffer[i] == '"') {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void handleEmpty() {
        ahead.beEmpty();
        ahead.pass(passedOver.blankOnes());
    }

    @Override
    protected Boolean buildRecord() {
        if (passedOver.blankOnes() && ahead.blank() && !everything) {
            ahead.pass(true);
        }
        return Boolean.TRUE;
    }
}
