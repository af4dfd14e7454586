package io.storeops.adapter.jdbc.marketplace;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of a statement that runs, with the connection that is theirs alone. Not thread-safe. */
final class OpenResult implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenResult.class);

    private final ErpDatabase database;
    private final Feed feed;
    private final Connection connection;
    private final ResultSet result;

    OpenResult(ErpDatabase database, Feed feed, Connection connection, ResultSet result) {
        this.database = database;
        this.feed = feed;
        this.connection = connection;
        this.result = result;
    }

    ResultSet result() {
        return result;
    }

    /** Goes to the next row. */
    boolean next() {
        try {
            return result.next();
        } catch (SQLException e) {
            throw database.failure("give the rows of " + feed.member(), e);
        }
    }

    @Override
    public void close() {
        try {
            ErpDatabase.close(connection);
        } catch (SQLException e) {
            // What was read is in hand, and the connection is nobody else's.
            LOG.debug("A connection to the ERP's database could not be closed", e);
        }
    }
}
