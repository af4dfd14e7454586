package io.storeops.adapter.excel;

/** How people call cells: A1, AB12. */
final class Reference {
    private static final int LETTERS = 26;

    private Reference() {}

    /** The name of the cell in a row and a column, both from 0. */
    static String of(int row, int column) {
        return column(column) + (row + 1);
    }

    /** A column of rows, of which the first and last belong to it, on a sheet that is named. */
    static String range(String sheet, int column, int first, int last) {
        return "'" + sheet.replace("'", "''") + "'!$" + column(column) + "$" + (first + 1) + ":$" + column(column) + "$"
                + (last + 1);
    }

    private static String column(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            name.insert(0, (char) ('A' + rest % LETTERS));
        }
        return name.toString();
    }
}
