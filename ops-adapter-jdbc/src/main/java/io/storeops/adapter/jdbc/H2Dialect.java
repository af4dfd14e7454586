package io.storeops.adapter.jdbc;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
     * Once, after a process was killed while four threads committed to a file, a later commit of a store was there and the
     * one before it was not. It was not seen again, neither with commits one by one nor in eight runs without; what is
     * certain is that commits which do not overlap cannot be mixed, and H2 is not chosen for many writers.
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
}
