package io.storeops.adapter.jdbc;

import io.storeops.storage.Key;
import io.storeops.storage.Row;
import io.storeops.storage.StaleWriteException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New rows of one commit, sent to the database by runs of one table. Used by one thread. */
final class InsertBatch implements AutoCloseable {
    private static final int LONGEST_RUN = 1000;

    private final Connection connection;
    private final Dialect dialect;
    private final long commitNumber;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable TableSql table;
    private @Nullable PreparedStatement statement;

    InsertBatch(Connection connection, Dialect dialect, long commitNumber) {
        this.connection = connection;
        this.dialect = dialect;
        this.commitNumber = commitNumber;
    }

    /** Adds a row, and sends the run before if it is another table's or long enough. */
    void add(TableSql sql, Row row) throws SQLException {
        if (sql != table) {
            flush();
            close();
            table = sql;
        }
        PreparedStatement prepared = statement;
        if (prepared == null) {
            prepared = connection.prepareStatement(sql.insert());
            statement = prepared;
        }
        sql.bindInsert(prepared, row, commitNumber);
        prepared.addBatch();
        rows.add(row);
        if (rows.size() == LONGEST_RUN) {
            flush();
        }
    }

    /**
     * Sends what is not yet sent.
     *
     * @throws StaleWriteException if a key exists
     */
    void flush() throws SQLException {
        TableSql sql = table;
        PreparedStatement prepared = statement;
        if (rows.isEmpty() || sql == null || prepared == null) {
            return;
        }
        try {
            prepared.executeBatch();
        } catch (BatchUpdateException e) {
            throw refused(sql, e);
        }
        rows.clear();
    }

    private StaleWriteException refused(TableSql sql, BatchUpdateException failure) throws SQLException {
        if (dialect.duplicateKey(failure)) {
            Row row = rows.get(firstFailed(failure.getUpdateCounts()));
            Key key = sql.table().keyOf(row);
            long found = CommitRun.revision(connection, sql, key);
            if (found > 0) {
                return new StaleWriteException(sql.table(), key, 0, found);
            }
        }
        throw failure;
    }

    private int firstFailed(int[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == Statement.EXECUTE_FAILED) {
                return i;
            }
        }
        // Drivers that stop at the first failure report only what went before it.
        return Math.min(counts.length, rows.size() - 1);
    }

    @Override
    public void close() throws SQLException {
        PreparedStatement prepared = statement;
        statement = null;
        if (prepared != null) {
            prepared.close();
        }
    }
}
