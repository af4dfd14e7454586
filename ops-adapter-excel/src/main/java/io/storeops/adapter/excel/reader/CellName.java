package io.storeops.adapter.excel.reader;

/**
 * A cell as people call it, as in AB12.
 *
 * @param column from 0, below 16,384
 * @param row from 1, at most 1,048,576
 */
record CellName(int column, int row) {
    static final int MOST_COLUMNS = 16_384;
    static final int MOST_ROWS = 1_048_576;
    private static final int LETTERS = 26;
    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 7;
    private static final int SHOWN = 64;

    CellName {
        if (column < 0 || column >= MOST_COLUMNS || row < 1 || row > MOST_ROWS) {
            throw new IllegalArgumentException("A sheet has no column " + (column + 1) + " in a row " + row);
        }
    }

    /** Reads a name; anything else is refused before it is followed anywhere. By hand, because every cell has one. */
    static CellName parse(String text) {
        int at = 0;
        int column = 0;
        while (at < text.length() && at < MOST_LETTERS && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
            column = column * LETTERS + text.charAt(at++) - 'A' + 1;
        }
        int digits = text.length() - at;
        if (at == 0 || digits == 0 || digits > MOST_DIGITS || text.charAt(at) == '0') {
            throw new IllegalArgumentException("'" + shortened(text) + "' is not the name of a cell");
        }
        int row = 0;
        for (; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                throw new IllegalArgumentException("'" + shortened(text) + "' is not the name of a cell");
            }
            row = row * 10 + text.charAt(at) - '0';
        }
        return new CellName(column - 1, row);
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }

    @Override
    public String toString() {
        StringBuilder name = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            name.insert(0, (char) ('A' + rest % LETTERS));
        }
        return name.append(row).toString();
    }
}
