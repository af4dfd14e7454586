package io.storeops.adapter.jdbc;

import io.storeops.storage.ColumnType;

/** What a column of the database keeps: the declared types, and the bytes of the adapter's own table of evidence. */
enum SqlType {
    TEXT,
    LONG,
    DECIMAL,
    INSTANT,
    DATE,
    BOOL,
    JSON,
    BYTES;

    static SqlType of(ColumnType type) {
        return switch (type) {
            case TEXT -> TEXT;
            case LONG -> LONG;
            case DECIMAL -> DECIMAL;
            case INSTANT -> INSTANT;
            case DATE -> DATE;
            case BOOL -> BOOL;
            case JSON -> JSON;
        };
    }
}
