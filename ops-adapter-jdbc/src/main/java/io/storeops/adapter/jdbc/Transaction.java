package io.storeops.adapter.jdbc;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection borrowed for one transaction and put back as it was. What is not committed is rolled back. A connection that
 * is in a transaction of the host's is joined, if the source says so: its end is the host's, and what fails here is undone to
 * a savepoint. Not thread-safe.
 */
final class Transaction implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final Connection connection;
    private final Turn turn;
    private final int isolation;
    private final boolean joined;
    private @Nullable Savepoint savepoint;

    private Transaction(Connection connection, boolean joins, Turn turn) throws SQLException {
        this.connection = connection;
        this.turn = turn;
        this.joined = !connection.getAutoCommit();
        this.isolation = SessionList.ask(connection::getTransactionIsolation);
        if (joined) {
            refuseUnlessJoinable(joins);
            savepoint = connection.setSavepoint();
        } else {
            // A snapshot taken before the wait for a lock would hide what the lock's owner committed.
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            connection.setAutoCommit(false);
        }
    }

    private void refuseUnlessJoinable(boolean joins) {
        if (!joins) {
            throw new StorageException(
                    FaultKind.INVALID,
                    "The DataSource gave a connection whose auto-commit is off, so its transaction is somebody else's, and"
                            + " nothing was done on it. Give JdbcStorage.on connections of its own, with auto-commit on;"
                            + " to work inside the transactions of a host, use JdbcStorage.joining. Open either outside of a"
                            + " transaction");
        }
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            throw new StorageException(
                    FaultKind.INVALID,
                    "The transaction of the host is not at isolation READ COMMITTED, so it would not see what was committed"
                            + " while it waited, and updates would be lost. Begin it at READ COMMITTED");
        }
    }

    /** Begins one that only reads, or defines. */
    static Transaction begin(ConnectionSource source) throws SQLException {
        return begin(source, Turn.FREE);
    }

    /** Begins one that writes. */
    static Transaction begin(ConnectionSource source, Turn turn) throws SQLException {
        turn.take();
        boolean begun = false;
        try {
            Transaction transaction = on(source.open(), source.joins(), turn);
            begun = true;
            return transaction;
        } finally {
            if (!begun) {
                turn.leave();
            }
        }
    }

    private static Transaction on(Connection connection, boolean joins, Turn turn) throws SQLException {
        try {
            return new Transaction(connection, joins, turn);
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

    /** Whether the transaction is the host's. */
    boolean joined() {
        return joined;
    }

    /** Makes the changes last; those in a host's transaction last if the host commits it. */
    void commit() throws SQLException {
        if (!joined) {
            connection.commit();
        }
        succeeded();
    }

    /** What was done in a host's transaction is not undone by {@link #close} any more. */
    void succeeded() throws SQLException {
        if (savepoint != null) {
            connection.releaseSavepoint(savepoint);
            savepoint = null;
        }
    }

    /**
     * Puts the connection back. A failure is logged only: what the transaction did or failed to do is decided by now, and
     * its caller must hear that. After a failed rollback auto-commit stays off, because switching it on would commit.
     */
    @Override
    public void close() {
        try (connection) {
            if (joined) {
                if (savepoint != null) {
                    connection.rollback(savepoint);
                }
                return;
            }
            connection.rollback();
            connection.setAutoCommit(true);
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            LOG.warn(
                    "A connection could not be put back as it was (SQLState {}, code {})",
                    e.getSQLState(),
                    e.getErrorCode());
        } finally {
            turn.leave();
        }
    }
}
