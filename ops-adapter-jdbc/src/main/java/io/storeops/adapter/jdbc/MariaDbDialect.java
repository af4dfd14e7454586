package io.storeops.adapter.jdbc;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB, and MySQL with another collation. Instants are dates with a time in UTC, because TIMESTAMP ends in 2038. Texts of
 * keys and indexes are bounded, because an index entry is; decimals have 35 digits before and 30 after the point.
 */
final class MariaDbDialect extends Dialect {
    private static final int INDEX_BYTES = 3072;
    /** Room in an index for columns that are not texts. */
    private static final int OTHER_BYTES = 24;

    private static final int LONGEST_NAME = 190;
    private static final int NAME_BYTES = 4;
    private static final int INTEGER_DIGITS = 35;
    private static final int DECIMALS = 30;
    private static final int TABLE_EXISTS = 1050;
    private static final int INDEX_EXISTS = 1061;
    private static final int DUPLICATE_ENTRY = 1062;

    private final String collation;

    MariaDbDialect(String product, String collation) {
        super(product);
        this.collation = collation;
    }

    @Override
    SqlNames names() {
        return new SqlNames("`", false);
    }

    @Override
    String type(SqlType type, int together) {
        return switch (type) {
            case NAME -> "VARCHAR(" + length(together) + ")";
            case TEXT, JSON -> "LONGTEXT";
            case LONG -> "BIGINT";
            case DECIMAL -> "DECIMAL(" + (INTEGER_DIGITS + DECIMALS) + "," + DECIMALS + ")";
            case INSTANT -> "DATETIME(6)";
            case DATE -> "DATE";
            case BOOL -> "BOOLEAN";
            case BYTES -> "LONGBLOB";
        };
    }

    private static int length(int together) {
        int most = (INDEX_BYTES - OTHER_BYTES) / Math.max(1, together) / NAME_BYTES;
        return Math.min(LONGEST_NAME, most);
    }

    @Override
    String reported(String name, int size, int digits) {
        return switch (name) {
            case "VARCHAR" -> name + "(" + size + ")";
            case "DECIMAL" -> name + "(" + size + "," + digits + ")";
            // The driver counts the characters: 19, and a point before a fraction.
            case "DATETIME", "TIMESTAMP" -> name + "(" + Math.max(0, size - 20) + ")";
            case "BIT", "TINYINT" -> size == 1 ? "BOOLEAN" : name + "(" + size + ")";
            default -> name;
        };
    }

    @Override
    String now() {
        return "UTC_TIMESTAMP(6)";
    }

    @Override
    int integerDigits() {
        return INTEGER_DIGITS;
    }

    @Override
    int decimals() {
        return DECIMALS;
    }

    @Override
    void bind(PreparedStatement statement, int at, Instant value) throws SQLException {
        statement.setObject(at, LocalDateTime.ofInstant(value, ZoneOffset.UTC));
    }

    @Override
    @Nullable
    Instant instant(ResultSet result, int at) throws SQLException {
        LocalDateTime value = result.getObject(at, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    @Override
    boolean definesAtOnce() {
        return true;
    }

    @Override
    String tableOptions() {
        return " ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE " + collation;
    }

    @Override
    String comment(String table, String column, String definition, String comment) {
        return "ALTER TABLE " + table + " MODIFY COLUMN " + column + " " + definition + " COMMENT "
                + SqlNames.literal(comment);
    }

    @Override
    void refuseUnfit(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT @@sql_mode");
                ResultSet result = statement.executeQuery()) {
            if (result.next() && !result.getString(1).contains("STRICT_")) {
                throw new StorageException(
                        FaultKind.INVALID,
                        "The database shortens values that are too long instead of refusing them."
                                + " Set sql_mode to STRICT_ALL_TABLES or STRICT_TRANS_TABLES");
            }
        }
    }

    @Override
    boolean duplicateKey(SQLException failure) {
        return failure.getErrorCode() == DUPLICATE_ENTRY;
    }

    @Override
    boolean createdMeanwhile(SQLException failure) {
        return Set.of(TABLE_EXISTS, INDEX_EXISTS, DUPLICATE_ENTRY).contains(failure.getErrorCode());
    }

    @Override
    OptionalLong largestPacket(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT @@max_allowed_packet");
                ResultSet result = statement.executeQuery()) {
            return result.next() ? OptionalLong.of(result.getLong(1)) : OptionalLong.empty();
        }
    }
}
