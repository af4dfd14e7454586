package io.storeops.adapter.csv.marketplace;

import java.util.List;

/**
 * Reads the current record of a file.
 *
 * @param <T> what a row is
 */
interface RowReader<T> {
    /**
     * Adds what the record is to the rows, or nothing if it is not asked for.
     *
     * @throws RowRefused if the record cannot be taken
     */
    void read(List<T> rows) throws RowRefused;
}
