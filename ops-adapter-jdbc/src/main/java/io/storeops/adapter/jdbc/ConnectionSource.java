package io.storeops.adapter.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from: the embedder's DataSource or a configured URL. Thread-safe. */
interface ConnectionSource {
    /** A connection, to be closed by the caller. */
    Connection open() throws SQLException;

    /** Whether a connection whose auto-commit is off is worked on; its transaction is the host's, who ends it. */
    default boolean joins() {
        return false;
    }

    /** Whether the next connection is in a transaction of the host's. */
    default boolean joined() throws SQLException {
        if (!joins()) {
            return false;
        }
        try (Connection connection = open()) {
            return !connection.getAutoCommit();
        }
    }

    /**
     * Refuses what would go on after the storage was closed.
     *
     * @throws io.storeops.storage.StorageClosedException if it was
     */
    default void refuseIfClosed() {}
}
