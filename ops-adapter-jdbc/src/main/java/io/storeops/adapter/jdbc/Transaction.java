package io.storeops.adapter.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection borrowed for one transaction and put back as it was. What is not committed is rolled back. Not thread-safe.
 */
final class Transaction implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;

    private Transaction(Connection connection) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
        this.isolation = connection.getTransactionIsolation();
    }

    static Transaction begin(ConnectionSource source) throws SQLException {
        Connection connection = source.open();
        try {
            Transaction transaction = new Transaction(connection);
            // A snapshot taken before the wait for a lock would hide what the lock's owner committed.
            if (transaction.isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            connection.setAutoCommit(false);
            return transaction;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.close();
            } catch (SQLException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /**
     * Puts the connection back. A failure is logged only: what the transaction did or failed to do is decided by now, and
     * its caller must hear that. After a failed rollback auto-commit stays off, because switching it on would commit.
     */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            LOG.warn(
                    "A connection could not be put back as it was (SQLState {}, code {})",
                    e.getSQLState(),
                    e.getErrorCode());
        }
    }
}
