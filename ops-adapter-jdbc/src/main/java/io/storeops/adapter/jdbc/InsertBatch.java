package io.storeops.adapter.jdbc;

import io.storeops.storage.Key;
import io.storeops.storage.Row;
import io.storeops.storage.StaleWriteException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** New rows of one commit, sent to the database by runs of one table. Used by one thread. */
final class InsertBatch {
    private static final int LONGEST_RUN = 5000;
    /** Beyond some hundred, more rows at once gain nothing, but their bound values grow out of the caches. */
    private static final int ROWS_AT_ONCE = 1000;

    private final Connection connection;
    private final Dialect dialect;
    private final long commitNumber;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable TableSql table;

    InsertBatch(Connection connection, Dialect dialect, long commitNumber) {
        this.connection = connection;
        this.dialect = dialect;
        this.commitNumber = commitNumber;
    }

    /**
     * Adds a row, and sends the run before if it is another table's or long enough.
     *
     * @throws StaleWriteException if a key of the run exists
     */
    void add(TableSql sql, Row row) throws SQLException {
        if (sql != table || rows.size() == LONGEST_RUN) {
            flush();
            table = sql;
        }
        rows.add(row);
    }

    /**
     * Sends what is not yet sent.
     *
     * @throws StaleWriteException if a key exists
     */
    void flush() throws SQLException {
        TableSql sql = table;
        if (rows.isEmpty() || sql == null) {
            return;
        }
        // Drivers tell a batch's failing row in different ways, and some databases answer nothing after a failure.
        Savepoint before = connection.setSavepoint();
        try {
            send(sql);
        } catch (SQLException e) {
            if (!dialect.duplicateKey(e)) {
                throw e;
            }
            connection.rollback(before);
            throw refused(sql, e);
        }
        connection.releaseSavepoint(before);
        rows.clear();
    }

    private void send(TableSql sql) throws SQLException {
        BulkInsert bulk = rows.size() < BulkInsert.LEAST_ROWS ? null : dialect.bulkInsert(connection);
        if (bulk != null && bulk.insert(sql.bulk(), rows, commitNumber)) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.insert())) {
            int waiting = 0;
            for (Row row : rows) {
                sql.bindInsert(statement, row, commitNumber);
                statement.addBatch();
                if (++waiting == ROWS_AT_ONCE) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    /** The first row whose key was there before the run, or twice within it. */
    private StaleWriteException refused(TableSql sql, SQLException failure) throws SQLException {
        Set<Key> own = new HashSet<>();
        for (Row row : rows) {
            Key key = sql.table().keyOf(row);
            long found = own.add(key) ? CommitRun.revision(connection, sql, key) : 1;
            if (found > 0) {
                return new StaleWriteException(sql.table(), key, 0, found);
            }
        }
        throw failure;
    }
}
