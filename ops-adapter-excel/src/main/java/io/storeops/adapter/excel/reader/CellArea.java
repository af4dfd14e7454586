package io.storeops.adapter.excel.reader;

/**
 * Cells that are merged: what they show stands in the first row and column of them, and the others are blank.
 *
 * @param firstRow as Excel shows it, from 1
 * @param lastRow included
 * @param firstColumn from 0
 * @param lastColumn included
 */
public record CellArea(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the last is before the first
     */
    public CellArea {
        if (firstRow < 1 || firstColumn < 0 || lastRow < firstRow || lastColumn < firstColumn) {
            throw new IllegalArgumentException("Rows " + firstRow + " to " + lastRow + ", columns " + firstColumn
                    + " to " + lastColumn + " are not an area");
        }
    }

    static CellArea parse(String text) {
        String[] ends = text.split(":", -1);
        CellName first = CellName.parse(ends[0]);
        CellName last = CellName.parse(ends[ends.length - 1]);
        return new CellArea(first.row(), last.row(), first.column(), last.column());
    }
}
