package io.storeops.adapter.csv.storage;

import io.storeops.storage.Key;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of a table file that somebody changed or added outside the store.
 *
 * @param file the file
 * @param line the line where the row now begins, counted from 1
 * @param key the key of the row
 * @param added whether the row is new
 * @param cells the cells that differ; of a new row those that are not empty
 */
public record RowEdit(String file, long line, Key key, boolean added, List<Cell> cells) {
    /** Copies the cells. */
    public RowEdit {
        cells = List.copyOf(cells);
    }

    /**
     * A cell that differs.
     *
     * @param column the column's name
     * @param before the text before, empty if there was no value
     * @param after the text now, empty if there is no value
     */
    public record Cell(String column, String before, String after) {
        @Override
        public String toString() {
            return column + " '" + before + "' -> '" + after + "'";
        }
    }

    /** As in {@code item.csv:7: [S1, 100] price '12.50' -> '11.90'}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + key + (added ? " new: " : " ")
                + cells.stream().map(Cell::toString).collect(Collectors.joining(", "));
    }
}
