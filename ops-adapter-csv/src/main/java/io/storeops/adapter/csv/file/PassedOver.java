package io.storeops.adapter.csv.file;

import java.util.Arrays;
import java.util.List;

/** Which records are no rows: by what their first cell begins with, and blank ones where the dialect says so. Immutable. */
final class PassedOver {
    private final char[][] beginnings;
    private final boolean blankOnes;

    /** Of a dialect, where an empty beginning means blank records. */
    PassedOver(List<String> beginnings) {
        this.beginnings = beginnings.stream()
                .filter(beginning -> !beginning.isEmpty())
                .map(String::toCharArray)
                .toArray(char[][]::new);
        this.blankOnes = beginnings.contains("");
    }

    boolean blankOnes() {
        return blankOnes;
    }

    /** Whether a first cell begins as what is no row. */
    boolean begins(char[] buffer, int offset, int length) {
        if (beginnings.length == 0) {
            return false;
        }
        int from = offset;
        int end = offset + length;
        while (from < end && Character.isWhitespace(buffer[from])) {
            from++;
        }
        for (char[] beginning : beginnings) {
            if (end - from >= beginning.length
                    && Arrays.equals(buffer, from, from + beginning.length, beginning, 0, beginning.length)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cell has nothing but white space. */
    static boolean blank(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!Character.isWhitespace(buffer[i])) {
                return false;
            }
        }
        return true;
    }
}
