package io.storeops.adapter.jdbc;

import io.storeops.fault.FaultKind;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.spi.JsonCodec;
import io.storeops.storage.ColumnType;
import io.storeops.storage.StorageException;
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
    /** How many digits a decimal may have on either side of the point. */
    static final int MOST_DIGITS = 1000;

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
    Object read(ResultSet result, int at, String name, ColumnType type) throws SQLException {
        return switch (type) {
            case TEXT -> result.getString(at);
            case LONG -> result.getObject(at, Long.class);
            case DECIMAL -> result.getBigDecimal(at);
            case INSTANT -> dialect.instant(result, at);
            case DATE -> dialect.date(result, at);
            case BOOL -> result.getObject(at, Boolean.class);
            case JSON -> json(name, result.getString(at));
        };
    }

    private static @Nullable Json json(String name, @Nullable String text) {
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
