package io.storeops.adapter.jdbc;

import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * PostgreSQL's COPY, through the driver's own connection. The driver is there at run time or not; only this class knows its
 * types. COPY refuses a key that exists as INSERT does, and needs the same right.
 */
final class PostgresCopy implements BulkInsert {
    private static final char SEPARATOR = '\t';
    private static final String ABSENT = "\\N";
    private static final int NANOS_OF_A_MICRO = 1000;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final int BYTES_OF_A_ROW = 200;

    private final CopyManager copies;

    private PostgresCopy(CopyManager copies) {
        this.copies = copies;
    }

    /** COPY on a connection, nothing if it is not the driver's, a pool's that shows it, or the driver's classes are absent. */
    static @Nullable BulkInsert on(Connection connection) throws SQLException {
        try {
            return connection.isWrapperFor(PGConnection.class)
                    ? new PostgresCopy(connection.unwrap(PGConnection.class).getCopyAPI())
                    : null;
        } catch (NoClassDefFoundError e) {
            return null;
        }
    }

    @Override
    public boolean insert(TableSql table, List<Row> rows, long commitNumber) throws SQLException {
        StringBuilder text = new StringBuilder(rows.size() * BYTES_OF_A_ROW);
        for (Row row : rows) {
            if (!append(text, table.table(), row)) {
                return false;
            }
            text.append("1").append(SEPARATOR).append(commitNumber).append('\n');
        }
        try {
            copies.copyIn(table.copy(), new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (IOException e) {
            throw new SQLException("The bytes of COPY could not be sent", "08006", e);
        }
    }

    private static boolean append(StringBuilder text, Table<?> table, Row row) {
        for (int i = 0; i < table.columns().size(); i++) {
            Column<?> column = table.columns().get(i);
            Object value = row.values().get(i);
            if (!append(text, column.type(), value)) {
                return false;
            }
            text.append(SEPARATOR);
            if (column.type() == ColumnType.DECIMAL) {
                text.append(value == null ? ABSENT : ((BigDecimal) value).scale())
                        .append(SEPARATOR);
            }
        }
        return true;
    }

    /** Appends a value; false if COPY's text has no form for it that PostgreSQL reads in the same way. */
    private static boolean append(StringBuilder text, ColumnType type, @Nullable Object value) {
        if (value == null) {
            text.append(ABSENT);
            return true;
        }
        switch (type) {
            case TEXT -> escaped(text, (String) value);
            case JSON -> escaped(text, ((Json) value).canonical());
            case DECIMAL -> text.append(((BigDecimal) value).toPlainString());
            case INSTANT -> {
                Instant instant = (Instant) value;
                LocalDateTime utc =
                        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
                timestamp(text, utc);
                return ordinary(utc.getYear());
            }
            case DATE -> {
                text.append(value);
                return ordinary(((LocalDate) value).getYear());
            }
            case LONG, BOOL -> text.append(value);
        }
        return true;
    }

    private static boolean ordinary(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Several times faster than a formatter, which a bulk append would spend most of its time in. */
    private static void timestamp(StringBuilder text, LocalDateTime utc) {
        text.append(utc.toLocalDate()).append(' ');
        padded(text, utc.getHour(), 10);
        text.append(':');
        padded(text, utc.getMinute(), 10);
        text.append(':');
        padded(text, utc.getSecond(), 10);
        text.append('.');
        padded(text, utc.getNano() / NANOS_OF_A_MICRO, 100_000);
        text.append("+00");
    }

    /** A number with zeros before it, as many digits as the unit of its first place has. */
    private static void padded(StringBuilder text, int number, int unit) {
        for (int place = unit; place > 1 && number < place; place /= 10) {
            text.append('0');
        }
        text.append(number);
    }

    private static void escaped(StringBuilder text, String value) {
        if (value.chars().noneMatch(c -> c < ' ' || c == '\\')) {
            text.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case SEPARATOR -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }
}
