package io.storeops.adapter.jdbc;

import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Row;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * PostgreSQL's COPY, through the driver's own connection. The driver is there at run time or not; only this class knows its
 * types. COPY refuses a key that exists as INSERT does, and needs the same right.
 */
final class PostgresCopy implements BulkInsert {
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant END =
            LAST_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    /** So much is sent while the next rows are still being written: the server works meanwhile. */
    private static final int BYTES_AT_ONCE = 1 << 16;

    private final CopyManager copies;

    private PostgresCopy(CopyManager copies) {
        this.copies = copies;
    }

    /**
     * COPY on a connection, nothing if it is not the driver's, a pool's that shows it, or the driver's classes are absent; nor
     * if texts travel in another encoding than UTF-8, or instants as floating point numbers, as once was possible.
     */
    static @Nullable BulkInsert on(Connection connection) throws SQLException {
        try {
            if (!connection.isWrapperFor(PGConnection.class)) {
                return null;
            }
            PGConnection own = connection.unwrap(PGConnection.class);
            boolean known = "UTF8".equals(own.getParameterStatus("client_encoding"))
                    && "on".equals(own.getParameterStatus("integer_datetimes"));
            return known ? new PostgresCopy(own.getCopyAPI()) : null;
        } catch (NoClassDefFoundError e) {
            return null;
        }
    }

    @Override
    public boolean insert(Target target, List<Row> rows, long commitNumber) throws SQLException {
        Column<?>[] columns = target.table().columns().toArray(new Column<?>[0]);
        if (!rows.stream().allMatch(row -> ordinary(columns, row))) {
            return false;
        }
        CopyIn copy = copies.copyIn(statement(target));
        try {
            CopyBuffer buffer = new CopyBuffer();
            buffer.begin();
            for (Row row : rows) {
                buffer.row(target.columns().size());
                append(buffer, columns, row);
                buffer.number(1);
                buffer.number(commitNumber);
                if (buffer.size() >= BYTES_AT_ONCE) {
                    send(copy, buffer);
                }
            }
            buffer.end();
            send(copy, buffer);
            copy.endCopy();
            return true;
        } finally {
            // Only what failed half way is still under way here.
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static String statement(Target target) {
        return "COPY " + target.name() + " (" + String.join(", ", target.columns())
                + ") FROM STDIN WITH (FORMAT binary)";
    }

    private static void send(CopyIn copy, CopyBuffer buffer) throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.size());
        buffer.clear();
    }

    /** Whether every date and instant lies in the years 1 to 9999, which no two calendars write differently. */
    private static boolean ordinary(Column<?>[] columns, Row row) {
        List<@Nullable Object> values = row.values();
        for (int i = 0; i < columns.length; i++) {
            Object value = values.get(i);
            if (value != null && !ordinary(columns[i].type(), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean ordinary(ColumnType type, Object value) {
        return switch (type) {
            case DATE -> FIRST_DAY.compareTo((LocalDate) value) <= 0 && LAST_DAY.compareTo((LocalDate) value) >= 0;
            case INSTANT -> FIRST.compareTo((Instant) value) <= 0 && END.compareTo((Instant) value) > 0;
            case TEXT, LONG, DECIMAL, BOOL, JSON -> true;
        };
    }

    private static void append(CopyBuffer buffer, Column<?>[] columns, Row row) {
        List<@Nullable Object> values = row.values();
        for (int i = 0; i < columns.length; i++) {
            ColumnType type = columns[i].type();
            Object value = values.get(i);
            if (value == null) {
                buffer.absent();
            } else {
                append(buffer, type, value);
            }
            if (type == ColumnType.DECIMAL) {
                if (value == null) {
                    buffer.absent();
                } else {
                    buffer.number(((BigDecimal) value).scale());
                }
            }
        }
    }

    private static void append(CopyBuffer buffer, ColumnType type, Object value) {
        switch (type) {
            case TEXT -> buffer.text((String) value);
            case JSON -> buffer.text(((Json) value).canonical());
            case DECIMAL -> buffer.decimal((BigDecimal) value);
            case INSTANT -> buffer.instant((Instant) value);
            case DATE -> buffer.date((LocalDate) value);
            case LONG -> buffer.number((Long) value);
            case BOOL -> buffer.flag((Boolean) value);
        }
    }
}
