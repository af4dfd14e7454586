package io.storeops.adapter.jdbc;

import io.storeops.storage.StorageClosedException;
import java.sql.Connection;
import java.sql.SQLException;

/** The connections of a storage until it is closed: a DataSource of the host's, or H2, would give more. Thread-safe. */
final class ClosableSource implements ConnectionSource {
    private final ConnectionSource source;
    private final boolean joins;
    private volatile boolean closed;

    ClosableSource(ConnectionSource source, boolean joins) {
        this.source = source;
        this.joins = joins;
    }

    @Override
    public boolean joins() {
        return joins;
    }

    @Override
    public Connection open() throws SQLException {
        refuseIfClosed();
        try {
            return source.open();
        } catch (SQLException e) {
            throw e.getSQLState() == null ? new SqlFailure.NoConnection(e) : e;
        }
    }

    @Override
    public void refuseIfClosed() {
        if (closed) {
            throw new StorageClosedException();
        }
    }

    void close() {
        closed = true;
    }
}
