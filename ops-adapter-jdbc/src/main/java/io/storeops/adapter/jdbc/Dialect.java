package io.storeops.adapter.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * What differs between databases: types, the clock, comments, how a duplicate key is reported. The methods answer for H2;
 * a further database is a further constant that overrides what it answers otherwise.
 */
enum Dialect {
    /** H2 2.x, embedded or as a server. */
    H2("H2");

    /** No length was asked for if a text may be at least so long. */
    private static final int SHORTEST_UNBOUNDED = 1 << 20;

    private final String product;

    Dialect(String product) {
        this.product = product;
    }

    /**
     * The dialect of a database.
     *
     * @param database what the driver says about it
     * @return the dialect
     * @throws IllegalArgumentException if there is none for it
     */
    static Dialect of(DatabaseMetaData database) throws SQLException {
        String name = database.getDatabaseProductName();
        for (Dialect dialect : values()) {
            if (dialect.product.equals(name)) {
                return dialect;
            }
        }
        List<String> known =
                Arrays.stream(values()).map(dialect -> dialect.product).toList();
        throw new IllegalArgumentException("The jdbc storage does not speak '" + name + "'. It speaks " + known
                + ": pass a DataSource of one of them");
    }

    /** The column type that keeps every value of a type exactly and in order. */
    String type(SqlType type) {
        return switch (type) {
            case TEXT, JSON -> "CHARACTER VARYING";
            case LONG -> "BIGINT";
            case DECIMAL -> "DECFLOAT";
            case INSTANT -> "TIMESTAMP(6) WITH TIME ZONE";
            case DATE -> "DATE";
            case BOOL -> "BOOLEAN";
            case BYTES -> "BINARY LARGE OBJECT";
        };
    }

    /**
     * The type of an existing column, written as {@link #type} writes it; a type that would round or refuse values of ours
     * is written otherwise.
     *
     * @param name the type's name as the driver reports it
     * @param size the precision or length
     * @param digits the decimals or fractional seconds
     * @return the type
     */
    String reported(String name, int size, int digits) {
        return switch (name) {
            case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMP(" + digits + ") WITH TIME ZONE";
            case "DECFLOAT" -> size >= 2 * Values.MOST_DIGITS ? name : name + "(" + size + ")";
            case "CHARACTER VARYING" -> size >= SHORTEST_UNBOUNDED ? name : name + "(" + size + ")";
            default -> name;
        };
    }

    /** The database's own time when the statement runs. */
    String now() {
        return "CURRENT_TIMESTAMP(6)";
    }

    /** Writes the comment of a column; the names are quoted, the comment is bound. */
    void comment(Connection connection, String table, String column, String comment) throws SQLException {
        String sql = "COMMENT ON COLUMN " + table + "." + column + " IS ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, comment);
            statement.executeUpdate();
        }
    }

    /** Whether a statement failed because its key exists. */
    boolean duplicateKey(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }
}
