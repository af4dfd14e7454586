package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

/**
 * A value that is not what was expected.
 *
 * @param file the file that says what is expected
 * @param row which row of it
 * @param column which value of the row
 * @param expected what is expected there
 * @param found what the replay gave
 */
public record Difference(String file, String row, String column, String expected, String found) {
    /** Checks for null. */
    public Difference {
        requireNonNull(file, "file");
        requireNonNull(row, "row");
        requireNonNull(column, "column");
        requireNonNull(expected, "expected");
        requireNonNull(found, "found");
    }

    /** The difference as one line: {@code kpi.csv row K1.1 column n: expected '250', found '251'}. */
    @Override
    public String toString() {
        return file + " row " + row + " column " + column + ": expected '" + expected + "', found '" + found + "'";
    }
}
