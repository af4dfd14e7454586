package io.storeops.adapter.jdbc.marketplace;

import io.storeops.feed.Period;
import java.util.List;
import java.util.Optional;

/**
 * Makes rows of a feed of the rows of a result.
 *
 * @param <T> what a row of the feed is
 */
interface RowReader<T> {
    /**
     * Reads the current row.
     *
     * @param rows where what it is goes: none where it belongs to another request
     * @throws Rejected if it cannot be taken; nothing of it was added
     */
    void read(Row row, List<T> rows) throws Rejected;

    /** What tells the current row from others, as in "order 'A17'"; empty if it does not say. */
    Optional<String> key(Row row);

    /** The time in which the current row may count, if it was rejected; empty if it counts at no time. */
    Optional<Period> when(Row row);
}
