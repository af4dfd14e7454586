package io.storeops.adapter.jdbc;

import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.sql.SQLException;
import java.util.List;

/** A way to insert many rows of one table that is faster than statements. Used by one thread. */
interface BulkInsert {
    /** From how many rows on it pays. */
    int LEAST_ROWS = 64;

    /**
     * Where rows go.
     *
     * @param table the table
     * @param name its name in SQL, quoted
     * @param columns the SQL columns of a row in order, quoted; the last two are the revision and the commit's number
     */
    record Target(Table<?> table, String name, List<String> columns) {}

    /**
     * Inserts rows, all or none.
     *
     * @param target the table
     * @param rows the rows
     * @param commitNumber the store's commit
     * @return false if a value has no form that this way can take; nothing was done then
     * @throws SQLException if the database refused a row; the transaction goes on from the savepoint before
     */
    boolean insert(Target target, List<Row> rows, long commitNumber) throws SQLException;
}
