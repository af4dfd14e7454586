package io.storeops.adapter.jdbc;

import io.storeops.storage.StorageClosedException;
import java.sql.Connection;
import java.sql.SQLException;

/** The connections of a storage until it is closed: a DataSource of the host's, or H2, would give more. Thread-safe. */
final class ClosableSource implements ConnectionSource {
    private final ConnectionSource source;
    private volatile boolean closed;

    ClosableSource(ConnectionSource source) {
        this.source = source;
    }

    @Override
    public Connection open() throws SQLException {
        refuseIfClosed();
        return source.open();
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
