package io.storeops.adapter.jdbc;

import io.storeops.adapter.jdbc.connect.SqlFaults;
import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What a failure of the database means, by its SQLState: standard classes, and a product's own where it has no standard one. */
final class SqlFailure {
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");
    /** Where a pooler gives each transaction another connection of the server, a prepared statement is unknown, or known. */
    private static final Set<String> LOST_STATEMENTS = Set.of("26000", "42P05");

    private SqlFailure() {}

    /** A DataSource gave no connection, and no database said why: so do pools. */
    static final class NoConnection extends SQLTransientConnectionException {
        private static final long serialVersionUID = 1L;

        NoConnection(SQLException cause) {
            super("The DataSource gave no connection", null, cause.getErrorCode(), cause);
        }
    }

    /**
     * The exception that the caller of the port gets. The driver's own words can hold values of rows, so they stay in the
     * cause.
     *
     * @param what what was asked of the database, as in "read item"
     * @param failure the failure
     * @return the exception
     */
    static StorageException of(String what, SQLException failure) {
        if (failure instanceof NoConnection) {
            return new StorageException(
                    FaultKind.TRANSIENT,
                    "The database could not " + what
                            + ", because the DataSource gave no connection; nothing was changed."
                            + " If it is a pool, all its connections are in use: StoreOps takes one for a call and one for a"
                            + " scan until that is closed, beside what the caller has. Give the pool more, or see who keeps"
                            + " them; otherwise the cause says more",
                    failure);
        }
        if (packetTooLarge(failure)) {
            return ofPacket(what, failure);
        }
        if (LOST_STATEMENTS.contains(String.valueOf(failure.getSQLState()))) {
            return new StorageException(
                    FaultKind.INVALID,
                    "The database could not " + what + ", because a prepared statement was not there (SQLState "
                            + failure.getSQLState()
                            + "); nothing was changed. A pooler such as PgBouncer in transaction mode"
                            + " gives each transaction another connection: add prepareThreshold=0 to the url",
                    failure);
        }
        FaultKind kind = SqlFaults.kindOf(failure);
        return new StorageException(
                kind,
                "The database could not " + what + " (SQLState " + failure.getSQLState() + ", code "
                        + failure.getErrorCode() + "); nothing was changed. " + wayOut(kind),
                failure);
    }

    /** As {@link #of}, of something that is larger than the server takes at once. */
    static StorageException ofPacket(String what, SQLException failure) {
        return new StorageException(
                FaultKind.INVALID,
                "The database could not " + what
                        + ", because it is larger than the server's setting max_allowed_packet;"
                        + " nothing was changed. Raise max_allowed_packet, or keep less at once",
                failure);
    }

    private static boolean packetTooLarge(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("max_allowed_packet")) {
                return true;
            }
        }
        return false;
    }

    private static String wayOut(FaultKind kind) {
        return switch (kind) {
            case TRANSIENT -> "Repeat it later";
            case AUTH -> "Check user and password";
            case PERMISSION -> "Grant the database user what the cause names";
            default -> "The cause has the database's own words";
        };
    }

    /** Whether the database said that the transaction was rolled back, so that even a failed COMMIT leaves no doubt. */
    static boolean rolledBack(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        // A COMMIT that the server did not know was not executed.
        return ROLLED_BACK.contains(state) || LOST_STATEMENTS.contains(state);
    }
}
