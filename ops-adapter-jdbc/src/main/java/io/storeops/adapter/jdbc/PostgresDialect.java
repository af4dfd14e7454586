package io.storeops.adapter.jdbc;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL. Texts compare by code point whatever the database's collation is, because every text column says so; the
 * clock is the wall clock, not the transaction's beginning, which lies before the wait for a store's turn.
 */
final class PostgresDialect extends Dialect {
    private static final LocalDate GREGORIAN = LocalDate.of(1582, 10, 25);
    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String TEXT = "TEXT COLLATE \"C\"";

    PostgresDialect() {
        super("PostgreSQL");
    }

    @Override
    SqlNames names() {
        return new SqlNames("\"", false);
    }

    @Override
    String type(SqlType type, int together) {
        return switch (type) {
            case NAME, TEXT, JSON -> TEXT;
            case LONG -> "BIGINT";
            case DECIMAL -> "NUMERIC";
            case INSTANT -> "TIMESTAMP(6) WITH TIME ZONE";
            case DATE -> "DATE";
            case BOOL -> "BOOLEAN";
            case BYTES -> "BYTEA";
        };
    }

    @Override
    String reported(String name, int size, int digits) {
        return switch (name) {
            case "text" -> TEXT;
            case "int8" -> "BIGINT";
            case "numeric" -> size == 0 ? "NUMERIC" : "NUMERIC(" + size + "," + digits + ")";
            case "timestamptz" -> "TIMESTAMP(" + digits + ") WITH TIME ZONE";
            case "date" -> "DATE";
            case "bool" -> "BOOLEAN";
            case "bytea" -> "BYTEA";
            case "varchar" -> "VARCHAR(" + size + ")";
            default -> name;
        };
    }

    @Override
    String now() {
        return "CLOCK_TIMESTAMP()";
    }

    @Override
    boolean keepsScales() {
        return true;
    }

    @Override
    @Nullable
    LocalDate date(ResultSet result, int at) throws SQLException {
        LocalDate date = super.date(result, at);
        if (date != null && date.isBefore(GREGORIAN)) {
            // ShardingSphere converts through java.sql.Date, whose calendar jumped in October 1582.
            String text = result.getString(at);
            return ISO_DATE.matcher(text).matches() ? LocalDate.parse(text) : date;
        }
        return date;
    }

    @Override
    void refuseUnfit(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT current_setting('server_encoding')");
                ResultSet result = statement.executeQuery()) {
            if (result.next() && !result.getString(1).equals("UTF8")) {
                throw new StorageException(
                        FaultKind.INVALID,
                        "The database keeps texts in " + result.getString(1) + ", which does not have every character."
                                + " Create it with ENCODING 'UTF8' (and TEMPLATE template0)");
            }
        }
    }

    @Override
    boolean definesInTransactions() {
        return true;
    }

    @Override
    @Nullable
    BulkInsert bulkInsert(Connection connection) throws SQLException {
        return PostgresCopy.on(connection);
    }

    @Override
    boolean createdMeanwhile(SQLException failure) {
        // A table that is made twice at once can also fail on the catalogue's own unique index.
        return Set.of("42P07", "42710", "23505").contains(String.valueOf(failure.getSQLState()));
    }
}
