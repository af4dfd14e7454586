package io.storeops.adapter.csv.file;

import io.storeops.spi.sheet.SheetCell;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One record in memory, which is used again for a later one: its cells one behind the other, without the characters of those that nobody takes. */
final class RecordRow {
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

    void begin(long at) {
        line = at;
        count = 0;
        used = 0;
        empty = false;
        passed = false;
        blank = true;
    }

    void add(int column, char[] buffer, int offset, int length) {
        if (column == from.length) {
            widen();
        }
        count = column + 1;
        typed[column] = null;
        makeRoom(length);
        from[column] = used;
        System.arraycopy(buffer, offset, chars, used, length);
        used += length;
        to[column] = used;
    }

    /** A line without any character has one cell, which is empty. */
    void beEmpty() {
        empty = true;
        count = 1;
        from[0] = 0;
        to[0] = 0;
    }

    /** Puts a text in the place of a cell, or of one behind those of the file. */
    void put(int column, String cell) {
        while (column >= from.length) {
            widen();
        }
        typed[column] = null;
        makeRoom(cell.length());
        from[column] = used;
        cell.getChars(0, cell.length(), chars, used);
        used += cell.length();
        to[column] = used;
    }

    private void makeRoom(int length) {
        if (used + length > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(used + length, chars.length * 2));
        }
    }

    private void widen() {
        from = Arrays.copyOf(from, from.length * 2);
        to = Arrays.copyOf(to, from.length);
        typed = Arrays.copyOf(typed, from.length);
    }

    void type(int column, @Nullable SheetCell cell) {
        typed[column] = cell;
    }

    @Nullable
    SheetCell typed(int column) {
        return typed[column];
    }

    void pass(boolean isNoRow) {
        passed = isNoRow;
    }

    boolean passed() {
        return passed;
    }

    void beBlankStill(boolean white) {
        blank &= white;
    }

    boolean blank() {
        return blank;
    }

    boolean empty() {
        return empty;
    }

    long line() {
        return line;
    }

    int count() {
        return count;
    }

    /** How many characters were copied. */
    int used() {
        return used;
    }

    char[] chars() {
        return chars;
    }

    int from(int column) {
        return from[column];
    }

    int to(int column) {
        return to[column];
    }

    String text(int column) {
        return new String(chars, from[column], to[column] - from[column]);
    }
}
