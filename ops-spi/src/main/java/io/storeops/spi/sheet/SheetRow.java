package io.storeops.spi.sheet;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A row of a sheet that holds something.
 *
 * @param number as Excel shows it, from 1
 * @param cells from column A to the last that holds something, blank ones included, copied
 */
public record SheetRow(int number, List<SheetCell> cells) {
    private static final SheetCell BLANK = new SheetCell.Blank();

    /** Copies the cells. */
    public SheetRow {
        cells = ImmutableList.copyOf(cells);
    }

    /**
     * The cell of a column.
     *
     * @param column from 0
     * @return the cell; a blank one beyond the row's end
     */
    public SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : BLANK;
    }
}
