package io.storeops.adapter.jdbc.marketplace;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;

/** What a result column is, whatever a database calls it. */
enum Family {
    TEXT("a text"),
    INTEGER("a whole number"),
    DECIMAL("a decimal"),
    BOOLEAN("a truth value"),
    DATE("a date"),
    LOCAL_TIME("a timestamp without zone"),
    INSTANT("a timestamp with time zone"),
    UUID("a UUID"),
    INEXACT("a floating-point number"),
    OTHER("of a type that no role reads");

    private final String words;

    Family(String words) {
        this.words = words;
    }

    /** As in "a decimal". */
    String words() {
        return words;
    }

    /** The family of a result column. */
    static Family of(ResultSetMetaData columns, int place) throws SQLException {
        String name = String.valueOf(columns.getColumnTypeName(place)).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "timestamptz" -> INSTANT;
            case "uuid" -> UUID;
            case "money" -> OTHER;
            case "bit" -> columns.getPrecision(place) > 1 ? OTHER : BOOLEAN;
            default -> of(columns.getColumnType(place));
        };
    }

    private static Family of(int type) {
        return switch (type) {
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB -> TEXT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
            case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
            case Types.BOOLEAN, Types.BIT -> BOOLEAN;
            case Types.DATE -> DATE;
            case Types.TIMESTAMP -> LOCAL_TIME;
            case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> INEXACT;
            default -> OTHER;
        };
    }
}
