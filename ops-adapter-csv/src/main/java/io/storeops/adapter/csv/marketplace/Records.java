package io.storeops.adapter.csv.marketplace;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.storeops.failure.AdapterException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The records of one file in order, one at a time in the same memory. Only the cells that are {@link #take taken} are ever
 * copied out of the parser's buffer. Strict: a stray or unclosed quote, a character after a closing quote, a NUL character, a
 * record of another width than the first and anything too large are faults of the whole file. Not thread-safe.
 */
final class Records implements Closeable {
    /** The longest cell, in characters. */
    static final int LONGEST_CELL = 1 << 20;
    /** The most characters that are taken of one record. */
    static final int LONGEST_RECORD = 1 << 22;
    /** The most columns. */
    static final int MOST_COLUMNS = 1 << 14;

    private final Path file;
    private final CloseableIterator<Boolean> iterator;
    private boolean[] taken = {};
    private boolean everything = true;
    private int width = -1;

    private char[] chars = new char[1024];
    private int used;
    private int[] from = new int[32];
    private int[] to = new int[32];
    private int count;
    private boolean empty;
    private long line = 1;

    private Records(Path file, StrictText text, char delimiter) {
        this.file = file;
        this.iterator = CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(new Copying(), text)
                .iterator();
    }

    /**
     * Opens a file before its first record.
     *
     * @throws AdapterException if the file is not there, cannot be read or is not text of this encoding
     */
    static Records open(Path file, Charset charset, char delimiter) {
        try {
            return new Records(file, StrictText.open(file, charset), delimiter);
        } catch (IOException e) {
            throw FileFaults.unreadable(file, e);
        }
    }

    /**
     * Goes on to the next record.
     *
     * @return false at the end
     * @throws AdapterException if the file is faulty, with its line
     */
    boolean next() {
        try {
            if (!iterator.hasNext()) {
                return false;
            }
            iterator.next();
            return true;
        } catch (CsvParseException e) {
            throw e.getCause() instanceof AdapterException fault ? fault : malformed(e);
        } catch (UncheckedIOException e) {
            throw FileFaults.unreadable(file, e);
        }
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
        return FileFaults.invalid(file, line, "in the record that begins here " + what);
    }

    /** Takes, from the next record on, only these columns; records must be as wide as this array from then on. */
    void take(boolean[] columns) {
        taken = columns.clone();
        everything = false;
        width = taken.length;
    }

    /** The line at which the record starts, from 1. */
    long line() {
        return line;
    }

    /** Whether the record is a line without any character. */
    boolean empty() {
        return empty;
    }

    /** How many cells the record has. */
    int count() {
        return count;
    }

    /** The memory that {@link #from} and {@link #to} point into; good until {@link #next}. */
    char[] chars() {
        return chars;
    }

    /** Where a taken cell begins. */
    int from(int column) {
        return from[column];
    }

    /** Where a taken cell ends. */
    int to(int column) {
        return to[column];
    }

    /** A taken cell as it stands in the file. */
    String text(int column) {
        return new String(chars, from[column], to[column] - from[column]);
    }

    /** All cells of a record of which everything is taken. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(count);
        for (int column = 0; column < count; column++) {
            texts.add(text(column));
        }
        return List.copyOf(texts);
    }

    @Override
    public void close() {
        try {
            iterator.close();
        } catch (IOException e) {
            throw FileFaults.unreadable(file, e);
        }
    }

    private final class Copying extends AbstractBaseCsvCallbackHandler<Boolean> {
        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            count = 0;
            used = 0;
            empty = false;
        }

        @Override
        protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
            check(column, buffer, offset, length, quoted);
            if (column == from.length) {
                from = Arrays.copyOf(from, column * 2);
                to = Arrays.copyOf(to, column * 2);
            }
            count = column + 1;
            from[column] = used;
            if (everything || taken[column]) {
                copy(buffer, offset, length);
            }
            to[column] = used;
        }

        private void check(int column, char[] buffer, int offset, int length, boolean quoted) {
            if (column >= (everything ? MOST_COLUMNS : width)) {
                throw everything
                        ? FileFaults.invalid(file, line, "there are more than " + MOST_COLUMNS + " columns")
                        : FileFaults.invalid(
                                file, line, "the record has more than the " + width + " columns of the header");
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
                        line,
                        "the record that begins here has a NUL character; the file is damaged, or its encoding is not the"
                                + " declared one");
            }
            if (quote && !quoted) {
                throw FileFaults.invalid(
                        file,
                        line,
                        "in the record that begins here a quote stands inside a field that does not begin with one");
            }
        }

        private void copy(char[] buffer, int offset, int length) {
            if (used + length > chars.length) {
                if (used + length > LONGEST_RECORD) {
                    throw FileFaults.invalid(file, line, "the record has more than " + LONGEST_RECORD + " characters");
                }
                chars = Arrays.copyOf(chars, Math.max(used + length, chars.length * 2));
            }
            System.arraycopy(buffer, offset, chars, used, length);
            used += length;
        }

        @Override
        protected void handleEmpty() {
            empty = true;
            count = 1;
            from[0] = 0;
            to[0] = 0;
        }

        @Override
        protected Boolean buildRecord() {
            if (!everything && count < width && !empty) {
                throw FileFaults.invalid(
                        file,
                        line,
                        "the record has " + count + " of the " + width
                                + " columns of the header; is the file cut off?");
            }
            return Boolean.TRUE;
        }
    }
}
