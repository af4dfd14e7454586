package io.storeops.storage;

import io.storeops.id.StoreId;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one table of one store, as a {@link MemoryStorage} works on them. Not thread-safe: the storage lets either
 * readers or one commit of a store in.
 */
public interface TableRows {
    /** Where a {@link MemoryStorage} gets the rows of a table from, once for every store. Called by several threads. */
    interface Source {
        /**
         * The rows of a table.
         *
         * @param store the store
         * @param table the table
         * @return the rows, with what was kept of them
         */
        TableRows rows(StoreId store, Table<?> table);
    }

    /**
     * Rows that are all in memory, none yet.
     *
     * @param table the table
     * @return the rows
     */
    static TableRows inMemory(Table<?> table) {
        return new TableMemory(table);
    }

    /**
     * The row of a key.
     *
     * @param key the key
     * @return the row, empty if there is none
     */
    Optional<CommitLog.Written> find(Key key);

    /**
     * The row with the greatest key.
     *
     * @return the row, empty if there is none
     */
    Optional<Row> last();

    /**
     * Puts a row in the place of the one with its key, if there is one.
     *
     * @param written the row
     */
    void put(CommitLog.Written written);

    /**
     * The first rows of a query from its position, in its order. Its own limit does not count.
     *
     * @param query a query of this table and store
     * @param limit how many at most, 1 or more
     * @return an immutable list
     */
    List<CommitLog.Written> select(Query<?> query, long limit);
}
