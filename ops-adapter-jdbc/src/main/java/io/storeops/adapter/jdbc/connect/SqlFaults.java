package io.storeops.adapter.jdbc.connect;

import io.storeops.failure.FaultKind;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Map;
import java.util.Set;

/** Whose fault a failure of a database is, by its SQLState: standard classes, and a product's own where it has no standard one. */
public final class SqlFaults {
    /** Serialization failure, deadlock, lock timeout: the statement was undone, and a repeat can succeed. */
    private static final Set<String> UNDONE = Set.of("40001", "40P01", "55P03", "HYT00");

    /** MariaDB's and MySQL's lock timeout and "record has changed", which have no SQLState of their own. */
    private static final Set<Integer> UNDONE_CODES = Set.of(1205, 1020);

    private static final Map<String, FaultKind> OF_PRODUCTS = Map.of(
            "53300", FaultKind.TRANSIENT, // PostgreSQL has too many connections
            "57P01", FaultKind.TRANSIENT, // PostgreSQL is shut down
            "57P03", FaultKind.TRANSIENT, // PostgreSQL is not up yet
            "90020", FaultKind.TRANSIENT, // the file is open in another process
            "90067", FaultKind.TRANSIENT, // the connection broke
            "90098", FaultKind.TRANSIENT, // the database was closed
            "90121", FaultKind.TRANSIENT, // the database is closed
            "90040", FaultKind.PERMISSION, // needs an administrator
            "90096", FaultKind.PERMISSION); // not enough rights

    private SqlFaults() {}

    /** Whose fault a failure is. */
    public static FaultKind kindOf(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (undone(failure)
                || state.startsWith("08")
                || failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException) {
            return FaultKind.TRANSIENT;
        }
        if (state.startsWith("28")) {
            return FaultKind.AUTH;
        }
        return state.equals("42501") ? FaultKind.PERMISSION : OF_PRODUCTS.getOrDefault(state, FaultKind.INVALID);
    }

    /** Whether the database undid the work for no fault of its own, so that a repeat at once makes sense. */
    public static boolean undone(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return UNDONE.contains(state) || (state.equals("HY000") && UNDONE_CODES.contains(failure.getErrorCode()));
    }
}
