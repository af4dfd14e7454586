package io.storeops.adapter.jdbc;

import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.StorageException;
import io.storeops.storage.Versioned;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of one statement, on a connection of its own: one moment of the store, so no row is seen twice. */
final class JdbcScan<R> implements Scan<Versioned<R>> {
    private static final int FETCH_SIZE = 1000;

    private final Query<R> query;
    private final ConnectionSource source;
    private final RowReader reader;
    private final Transaction transaction;
    private final PreparedStatement statement;
    private final ResultSet result;
    private @Nullable Versioned<R> next;
    private boolean ended;

    private JdbcScan(Query<R> query, TableSql sql, ConnectionSource source, Transaction transaction)
            throws SQLException {
        this.query = query;
        this.source = source;
        this.reader = sql.reader(query);
        this.transaction = transaction;
        this.statement = sql.select(query).prepare(transaction.connection());
        try {
            statement.setFetchSize(FETCH_SIZE);
            this.result = statement.executeQuery();
            // What the caller commits while it reads must not be undone with the scan.
            transaction.succeeded();
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    static <R> JdbcScan<R> begin(Query<R> query, TableSql sql, ConnectionSource source) {
        try {
            Transaction transaction = Transaction.begin(source);
            try {
                return new JdbcScan<>(query, sql, source, transaction);
            } catch (SQLException | RuntimeException e) {
                transaction.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(query, e);
        }
    }

    private static StorageException failure(Query<?> query, SQLException e) {
        return SqlFailure.of("read table " + query.table().name() + " of store " + query.store(), e);
    }

    @Override
    public boolean hasNext() {
        source.refuseIfClosed();
        if (next == null && !ended) {
            try {
                ended = !result.next();
                next = ended ? null : reader.versioned(query.table(), result);
            } catch (SQLException e) {
                throw failure(query, e);
            }
        }
        return next != null;
    }

    @Override
    public Versioned<R> next() {
        Versioned<R> found = hasNext() ? next : null;
        if (found == null) {
            throw new NoSuchElementException("The scan of " + query.table() + " is at its end");
        }
        next = null;
        return found;
    }

    @Override
    public void close() {
        ended = true;
        next = null;
        try (transaction;
                statement) {
            result.close();
        } catch (SQLException e) {
            throw failure(query, e);
        }
    }
}
