package io.storeops.adapter.jdbc;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** H2 2.x, embedded or as a server. */
final class H2Dialect extends Dialect {
    /** No length was asked for if a text may be at least so long. */
    private static final int SHORTEST_UNBOUNDED = 1 << 20;

    H2Dialect() {
        super("H2");
    }

    @Override
    SqlNames names() {
        return new SqlNames("\"", true);
    }

    @Override
    String type(SqlType type, int together) {
        return switch (type) {
            case NAME, TEXT, JSON -> "CHARACTER VARYING";
            case LONG -> "BIGINT";
            case DECIMAL -> "DECFLOAT";
            case INSTANT -> "TIMESTAMP(6) WITH TIME ZONE";
            case DATE -> "DATE";
            case BOOL -> "BOOLEAN";
            case BYTES -> "BINARY LARGE OBJECT";
        };
    }

    @Override
    String reported(String name, int size, int digits) {
        return switch (name) {
            case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMP(" + digits + ") WITH TIME ZONE";
            case "DECFLOAT" -> size >= 2 * MOST_DIGITS ? name : name + "(" + size + ")";
            case "CHARACTER VARYING" -> size >= SHORTEST_UNBOUNDED ? name : name + "(" + size + ")";
            default -> name;
        };
    }

    @Override
    String now() {
        return "CURRENT_TIMESTAMP(6)";
    }

    /**
     * After a process was killed while four threads committed to a file, a later row of a thread was there and an
     * acknowledged one before it was not: seen twice in thousands of kills, with 2.4.240 too. Transactions that do not overlap
     * cannot be mixed, and H2 is not chosen for many writers.
     */
    @Override
    boolean commitsOneByOne() {
        return true;
    }

    @Override
    void bind(PreparedStatement statement, int at, Instant value) throws SQLException {
        statement.setObject(at, value);
    }

    @Override
    @Nullable
    Instant instant(ResultSet result, int at) throws SQLException {
        return result.getObject(at, Instant.class);
    }

    @Override
    void refuseUnfit(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT CAST(? AS CHARACTER VARYING)")) {
            statement.setString(1, "");
            try (ResultSet result = statement.executeQuery()) {
                if (result.next() && result.getString(1) == null) {
                    throw new StorageException(
                            FaultKind.INVALID,
                            "The database takes an empty text for none, as H2 does in MODE=Oracle. Use a database without a"
                                    + " MODE");
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 WHERE CAST(? AS CHARACTER VARYING) < CAST(? AS CHARACTER VARYING)")) {
            statement.setString(1, "B");
            statement.setString(2, "a");
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new StorageException(
                            FaultKind.INVALID,
                            "The database does not compare texts by code point ('B' before 'a'), so pages would skip rows."
                                    + " Use a database without a collation");
                }
            }
        }
    }

    /** A session of the database, which counts them from the same number whenever it is opened. */
    private record Session(String id, String start, boolean inMemory) {
        static Session of(ConnectionSource source) throws SQLException {
            return SessionList.ask(() -> read(source));
        }

        private static Session read(ConnectionSource source) throws SQLException {
            try (Connection connection = source.open();
                    PreparedStatement statement = connection.prepareStatement(
                            "SELECT SESSION_ID, SESSION_START,"
                                    + " DATABASE_PATH() IS NULL FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()");
                    ResultSet result = statement.executeQuery()) {
                result.next();
                return new Session(result.getString(1), result.getString(2), result.getBoolean(3));
            }
        }

        boolean beganAnew(Session later) {
            return id.equals(later.id()) && !start.equals(later.start());
        }
    }

    @Override
    Optional<String> remark(ConnectionSource source) throws SQLException {
        Session first = Session.of(source);
        if (!first.beganAnew(Session.of(source))) {
            return Optional.empty();
        }
        String wayOut = " Put a pool before it, or add ;DB_CLOSE_DELAY=-1 to its URL";
        if (first.inMemory()) {
            throw new StorageException(
                    FaultKind.INVALID,
                    "The DataSource keeps no connection open, so H2 forgets the database in memory after each call."
                            + wayOut);
        }
        return Optional.of(
                "The DataSource keeps no connection open, so H2 opens and closes its file at each call, which takes"
                        + " far longer than the call." + wayOut);
    }
}
