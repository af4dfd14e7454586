package io.storeops.adapter.csv.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.storeops.failure.AdapterException;
import io.storeops.spi.sheet.SheetCell;
import io.storeops.spi.sheet.SheetRow;
import io.storeops.spi.sheet.SheetRows;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /** One record. */
    private static final class Row {
        private char[] chars = new char[1024];
        private int used;
        private int[] from = new int[32];
        private int[] to = new int[32];
        private int count;
        private boolean empty;
        /** Whether it is one that is no row by its first cell, and whether it has had nothing but white space so far. */
        private boolean passed;

        private boolean blank;
        private long line = 1;
        /** What a sheet has in a cell that is taken, if it is more than a text. */
        private @Nullable SheetCell[] typed = new SheetCell[32];

        private void begin(long at) {
            line = at;
            count = 0;
            used = 0;
            empty = false;
            passed = false;
            blank = true;
        }

        private void add(int column, char[] buffer, int offset, int length) {
            if (column == from.length) {
                widen();
            }
            count = column + 1;
            typed[column] = null;
            from[column] = used;
            if (used + length > chars.length) {
                chars = Arrays.copyOf(chars, Math.max(used + length, chars.length * 2));
            }
            System.arraycopy(buffer, offset, chars, used, length);
            used += length;
            to[column] = used;
        }

        private void widen() {
            from = Arrays.copyOf(from, from.length * 2);
            to = Arrays.copyOf(to, from.length);
            typed = Arrays.copyOf(typed, from.length);
        }
    }

    /** What gives the records of a file, one after the other, to the row that is read ahead. */
    private interface Source extends Closeable {
        /** Fills the row ahead; false at the end. */
        boolean next() throws IOException;

        /** Whether the last record has no line end. */
        boolean endsWithinALine();
    }

    private final Path file;
    private final Dialect dialect;
    private final char[][] passedOver;
    private final boolean blankIsPassed;
    private final Source source;
    private boolean[] taken = {};
    private boolean everything = true;
    private int width = -1;

    private Row row = new Row();
    private Row ahead = new Row();
    private long read;
    private boolean more;
    private @Nullable AdapterException fault;

    private Records(Path file, Dialect dialect, Function<Records, Source> source) {
        this.file = file;
        this.dialect = dialect;
        this.passedOver = dialect.passedOver().stream()
                .filter(beginning -> !beginning.isEmpty())
                .map(String::toCharArray)
                .toArray(char[][]::new);
        this.blankIsPassed = dialect.passedOver().contains("");
        this.source = source.apply(this);
    }

    /**
     * Opens a file before its first record.
     *
     * @throws AdapterException if the file is not there, cannot be read or is not text of this encoding
     */
    public static Records open(Path file, Charset charset, Dialect dialect) {
        try {
            StrictText text = StrictText.open(file, charset);
            return new Records(file, dialect, records -> records.new TextSource(text));
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
        return new Records(file, dialect, records -> records.new SheetSource(rows));
    }

    /**
     * Goes on to the next record.
     *
     * @return false at the end
     * @throws AdapterException if the file is faulty, with its line
     */
    public boolean next() {
        if (everything) {
            more = fetched();
        }
        if (fault != null) {
            throw fault;
        }
        if (!more) {
            return false;
        }
        Row done = row;
        row = ahead;
        ahead = done;
        if (!everything) {
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
        } catch (CsvParseException e) {
            throw e.getCause() instanceof AdapterException cause ? cause : malformed(e);
        } catch (IOException | UncheckedIOException e) {
            throw FileFaults.unreadable(file, e);
        }
    }

    /** A file that is cut off has its other records; one whose only record is too narrow is not what was declared. */
    private void requireWidth() {
        boolean only = read == 1 && !more();
        if (row.count < width && !row.empty && !row.passed && (only || cut().isEmpty())) {
            throw FileFaults.invalid(
                    file,
                    row.line,
                    "the record has " + row.count + " of the " + width
                            + " columns of the header; is the file cut off?");
        }
    }

    /** Whether there is a record after this one. */
    public boolean more() {
        return more || fault != null;
    }

    /** Whether the file ends within the record, without a line end. Below the last row it may. */
    public boolean endsWithinALine() {
        return !more() && !row.passed && source.endsWithinALine();
    }

    /** Whether the record is no row by its first cell, whatever its width is. */
    public boolean passedOver() {
        return row.passed;
    }

    /** How the file shows that it was cut off in this record, if it does. */
    public Optional<String> cut() {
        if (endsWithinALine()) {
            return Optional.of(
                    "the file ends within this line, without a line end, so it may be cut off here; export it anew, or"
                            + " add a line end if the line is whole (a profile can say that there is none, with lastLineEnd OPTIONAL)");
        }
        if (read == 1 && row.count < width && !row.empty && !row.passed) {
            return Optional.of("the first record has " + row.count + " of the " + width
                    + " columns of the header, so the file may be cut off before it; export it anew");
        }
        return Optional.empty();
    }

    /** The parser's own words are not passed on: they quote a character of the file, which may be personal. */
    private AdapterException malformed(CsvParseException cause) {
        String said = String.valueOf(cause.getMessage());
        String what;
        if (said.startsWith("Unexpected character after closing quote")) {
            what = "a character follows a closing quote; a quote inside a quoted field is written twice";
        } else if (said.startsWith("The maximum buffer size")) {
            what = "a field has more than " + LONGEST_CELL + " characters; is a quote not closed?";
        } else if (said.startsWith("Unclosed quoted field")) {
            what = "a field opens with a quote that nothing closes";
        } else {
            what = "the fields cannot be told apart; check its quotes";
        }
        return FileFaults.invalid(file, ahead.line, "in the record that begins here " + what);
    }

    /** Takes, from the next record on, only these columns; records must be as wide as this array from then on. */
    public void take(boolean[] columns) {
        taken = columns.clone();
        everything = false;
        width = taken.length;
        fetch();
    }

    /** The line at which the record starts, from 1. */
    public long line() {
        return row.line;
    }

    /** Whether the record is a line without any character. */
    public boolean empty() {
        return row.empty;
    }

    /** How many cells the record has. */
    public int count() {
        return row.count;
    }

    /** The memory that {@link #from} and {@link #to} point into; good until {@link #next}. */
    public char[] chars() {
        return row.chars;
    }

    /** Where a taken cell begins. */
    public int from(int column) {
        return row.from[column];
    }

    /** Where a taken cell ends. */
    public int to(int column) {
        return row.to[column];
    }

    /** A taken cell as it stands in the file. */
    public String text(int column) {
        return new String(row.chars, row.from[column], row.to[column] - row.from[column]);
    }

    /** What a sheet has in a taken cell if it is more than a text: a number, a date, a truth value, a fault. */
    public @Nullable SheetCell typed(int column) {
        return row.typed[column];
    }

    /** Puts what a sheet had in a cell in the place of another. */
    public void put(int column, SheetCell cell) {
        put(column, CellText.of(cell));
        row.typed[column] = cell instanceof SheetCell.Text ? null : cell;
    }

    /** Puts a text in the place of a cell, or of one behind those of the file. */
    public void put(int column, String cell) {
        while (column >= row.from.length) {
            row.widen();
        }
        row.typed[column] = null;
        int at = row.used;
        if (at + cell.length() > row.chars.length) {
            row.chars = Arrays.copyOf(row.chars, Math.max(at + cell.length(), row.chars.length * 2));
        }
        cell.getChars(0, cell.length(), row.chars, at);
        row.used += cell.length();
        row.from[column] = at;
        row.to[column] = row.used;
    }

    /** All cells of a record of which everything is taken. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(row.count);
        for (int column = 0; column < row.count; column++) {
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

    /** Whether a first cell begins as what is no row. */
    private boolean passedOver(char[] buffer, int offset, int length) {
        int from = offset;
        int end = offset + length;
        while (from < end && Character.isWhitespace(buffer[from])) {
            from++;
        }
        for (char[] beginning : passedOver) {
            if (end - from >= beginning.length
                    && Arrays.equals(buffer, from, from + beginning.length, beginning, 0, beginning.length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean blank(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!Character.isWhitespace(buffer[i])) {
                return false;
            }
        }
        return true;
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

    /** A file of text. */
    private final class TextSource implements Source {
        private final StrictText text;
        private final CloseableIterator<Boolean> iterator;

        TextSource(StrictText text) {
            this.text = text;
            this.iterator = CsvReader.builder()
                    .fieldSeparator(dialect.delimiter())
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .skipEmptyLines(false)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(LONGEST_CELL)
                    .build(new Copying(), text)
                    .iterator();
        }

        @Override
        public boolean next() {
            if (!iterator.hasNext()) {
                return false;
            }
            iterator.next();
            return true;
        }

        @Override
        public boolean endsWithinALine() {
            return text.endsWithinALine();
        }

        @Override
        public void close() throws IOException {
            iterator.close();
        }
    }

    /** A sheet, whose cells have their types. */
    private final class SheetSource implements Source {
        private final SheetRows rows;
        private final Copying copying = new Copying();

        SheetSource(SheetRows rows) {
            this.rows = rows;
        }

        @Override
        public boolean next() {
            Optional<SheetRow> next = rows.next();
            next.ifPresent(this::copy);
            return next.isPresent();
        }

        private void copy(SheetRow given) {
            copying.handleBegin(given.number());
            int columns = Math.max(given.cells().size(), everything ? 0 : width);
            for (int column = 0; column < columns; column++) {
                SheetCell cell = given.cell(column);
                char[] shown = CellText.of(cell).toCharArray();
                copying.handleField(column, shown, 0, shown.length, true);
                boolean wanted = everything || taken[column];
                ahead.typed[column] = wanted && !isText(cell) ? cell : null;
            }
            copying.buildRecord();
        }

        private static boolean isText(SheetCell cell) {
            return cell instanceof SheetCell.Text || cell instanceof SheetCell.Blank;
        }

        @Override
        public boolean endsWithinALine() {
            return false;
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    private final class Copying extends AbstractBaseCsvCallbackHandler<Boolean> {
        @Override
        protected void handleBegin(long startingLineNumber) {
            ahead.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
            if (column == 0 && !everything && passedOver.length > 0) {
                ahead.passed = passedOver(buffer, offset, length);
            }
            ahead.blank &= blankIsPassed && blank(buffer, offset, length);
            check(column, buffer, offset, length, quoted);
            boolean wanted = everything || (column < width && taken[column]);
            if (wanted && ahead.used + length > LONGEST_RECORD) {
                throw FileFaults.invalid(
                        file, ahead.line, "the record has more than " + LONGEST_RECORD + " characters");
            }
            ahead.add(column, buffer, offset, wanted ? length : 0);
        }

        private void check(int column, char[] buffer, int offset, int length, boolean quoted) {
            if (column >= (everything || ahead.passed ? MOST_COLUMNS : width)) {
                throw everything || ahead.passed
                        ? FileFaults.invalid(file, ahead.line, "there are more than " + MOST_COLUMNS + " columns")
                        : FileFaults.invalid(
                                file, ahead.line, "the record has more than the " + width + " columns of the header");
            }
            boolean quote = false;
            boolean nul = false;
            for (int i = offset; i < offset + length; i++) {
                quote |= buffer[i] == '"';
                nul |= buffer[i] == 0;
            }
            if (nul) {
                throw FileFaults.invalid(
                        file,
                        ahead.line,
                        "the record that begins here has a NUL character; the file is damaged, or its encoding is not the"
                                + " declared one");
            }
            if (quote && !quoted && !mayStand(column, buffer, offset, length)) {
                throw FileFaults.invalid(
                        file,
                        ahead.line,
                        "in the record that begins here a quote stands inside a field that does not begin with one");
            }
        }

        /** Whether a bare quote may stand in a cell. */
        private boolean mayStand(int column, char[] buffer, int offset, int length) {
            return (dialect.equalsQuotes() && equalsQuotes(buffer, offset, length))
                    || (dialect.literalQuotes() && (everything || ahead.passed || !taken[column]));
        }

        @Override
        protected void handleEmpty() {
            ahead.empty = true;
            ahead.passed = blankIsPassed;
            ahead.count = 1;
            ahead.from[0] = 0;
            ahead.to[0] = 0;
        }

        @Override
        protected Boolean buildRecord() {
            ahead.passed |= blankIsPassed && ahead.blank && !everything;
            return Boolean.TRUE;
        }
    }
}
