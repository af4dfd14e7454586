package io.storeops.adapter.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from: the embedder's DataSource or a configured URL. Thread-safe. */
interface ConnectionSource {
    /** A connection, to be closed by the caller. */
    Connection open() throws SQLException;

    /**
     * Refuses what would go on after the storage was closed.
     *
     * @throws io.storeops.storage.StorageClosedException if it was
     */
    default void refuseIfClosed() {}
}
