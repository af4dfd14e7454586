package io.storeops.adapter.jdbc;

import io.storeops.storage.ColumnType;

/**
 * What a column of the database keeps: the declared types, the bytes of the adapter's own table of evidence, and apart from
 * other texts those that a key or an index has, because some databases bound them.
 */
enum SqlType {
    NAME,
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
