package io.storeops.adapter.csv.file;

import java.util.List;

/**
 * How the records of a file are written. Immutable.
 *
 * @param delimiter the character between two fields
 * @param equalsQuotes whether a cell may be {@code ="1234"} without quotes around it
 * @param literalQuotes whether a cell that is not taken may have a quote inside, as in {@code 14" bag}
 * @param passedOver what the first cell of a record begins with that is no row: totals, footers, notes; the empty text stands for a
 *     record without any character but white space
 */
public record Dialect(char delimiter, boolean equalsQuotes, boolean literalQuotes, List<String> passedOver) {
    public Dialect {
        passedOver = List.copyOf(passedOver);
    }

    /** Strict records between which this character stands. */
    public static Dialect of(char delimiter) {
        return new Dialect(delimiter, false, false, List.of());
    }
}
