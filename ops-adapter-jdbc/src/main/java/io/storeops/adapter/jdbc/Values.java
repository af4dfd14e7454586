package io.storeops.adapter.jdbc;

import io.storeops.failure.FaultKind;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.spi.JsonCodec;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.StorageException;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How single values travel to the database and back. Instants travel in UTC, so the zone of the JVM changes nothing.
 *
 * @param dialect what is particular to the database
 */
record Values(Dialect dialect) {
    void bind(PreparedStatement statement, int at, ColumnType type, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, sqlType(type));
            return;
        }
        switch (type) {
            case TEXT -> statement.setString(at, (String) value);
            case LONG -> statement.setLong(at, (Long) value);
            case DECIMAL -> statement.setBigDecimal(at, bounded((BigDecimal) value));
            case INSTANT -> dialect.bind(statement, at, (Instant) value);
            case DATE -> statement.setObject(at, value);
            case BOOL -> statement.setBoolean(at, (Boolean) value);
            case JSON -> statement.setString(at, ((Json) value).canonical());
        }
    }

    @Nullable
    Object read(ResultSet result, int at, Table<?> table, Column<?> column) throws SQLException {
        return switch (column.type()) {
            case TEXT -> result.getString(at);
            case LONG -> number(result, at);
            case DECIMAL -> result.getBigDecimal(at);
            case INSTANT -> dialect.instant(result, at);
            case DATE -> dialect.date(result, at);
            case BOOL -> flag(result, at);
            case JSON -> json(table, column, result.getString(at));
        };
    }

    private static @Nullable Long number(ResultSet result, int at) throws SQLException {
        long value = result.getLong(at);
        return (value == 0 && result.wasNull()) ? null : (Long) value;
    }

    private static @Nullable Boolean flag(ResultSet result, int at) throws SQLException {
        boolean value = result.getBoolean(at);
        return (!value && result.wasNull()) ? null : (Boolean) value;
    }

    private static @Nullable Json json(Table<?> table, Column<?> column, @Nullable String text) {
        String name = table.name() + "." + column.name();
        try {
            return text == null ? null : JsonCodec.parse(name, text);
        } catch (DocumentException e) {
            throw new StorageException(
                    FaultKind.INVALID,
                    "Column " + name + " was changed outside: " + e.getMessage() + ". Restore it",
                    e);
        }
    }

    /**
     * The same number.
     *
     * @throws IllegalArgumentException if the database would round it
     */
    BigDecimal bounded(BigDecimal value) {
        int scale = value.scale();
        if (scale > dialect.decimals() || value.precision() - (long) scale > dialect.integerDigits()) {
            throw new IllegalArgumentException("The jdbc storage keeps " + dialect.integerDigits()
                    + " digits before and " + dialect.decimals() + " after the point in " + dialect
                    + "; this decimal has the precision " + value.precision()
                    + " and the scale " + scale);
        }
        return value;
    }

    private static int sqlType(ColumnType type) {
        return switch (type) {
            case TEXT, JSON -> Types.VARCHAR;
            case LONG -> Types.BIGINT;
            case DECIMAL -> Types.DECIMAL;
            case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
            case DATE -> Types.DATE;
            case BOOL -> Types.BOOLEAN;
        };
    }
}
