package io.storeops.examples.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnType;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table of a store comes to, whatever storage it is in.
 *
 * @param rows how many rows
 * @param sha256 the checksum of all rows in the order of their keys, values and revisions
 */
public record Fingerprint(long rows, Sha256 sha256) {
    /**
     * Reads a table of a store, row by row.
     *
     * @param <R> the record
     * @param storage where it is
     * @param table the table
     * @param store the store
     * @return what it comes to
     */
    static <R> Fingerprint of(Storage storage, Table<R> table, StoreId store) {
        MessageDigest digest = digest();
        long rows = 0;
        try (Scan<Versioned<R>> scan = storage.scan(Query.of(table, store))) {
            while (scan.hasNext()) {
                digest.update(line(table, scan.next()).getBytes(UTF_8));
                rows++;
            }
        }
        return new Fingerprint(rows, Sha256.parse(HexFormat.of().formatHex(digest.digest())));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Each value with its length, so that no two rows have one text. */
    private static <R> String line(Table<R> table, Versioned<R> row) {
        StringBuilder line = new StringBuilder();
        List<@Nullable Object> values = table.write(row.value()).values();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                line.append('-');
            } else {
                String text = text(table.columns().get(i), value);
                line.append(text.length()).append(':').append(text);
            }
        }
        return line.append('@').append(row.revision()).append('\n').toString();
    }

    /** A database may give a decimal back with other trailing zeros; the value is the same. */
    private static String text(Column<?> column, Object value) {
        return column.type() == ColumnType.DECIMAL
                ? ((BigDecimal) value).stripTrailingZeros().toPlainString()
                : column.type().format(value);
    }

    @Override
    public String toString() {
        return rows + " rows, SHA-256 " + sha256;
    }
}
