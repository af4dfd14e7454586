package io.storeops.authority;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;

/**
 * The version of a store's rules: raised in every commit that changes its rosters, assignments, deputies or zone. An act's
 * commit relies on it being unchanged, so no act is committed under rules that no longer stand (R9, R88).
 *
 * @param store the store
 * @param number 1 or more; the row's revision
 */
public record CharterVersion(StoreId store, long number) {
    private static final Column<Long> NUMBER =
            Column.number("version", "raised whenever rosters, assignments, deputies or the zone change");

    /** The table of versions, one row a store. */
    public static final Table<CharterVersion> TABLE = Table.of("charter", CharterVersion::store)
            .column(NUMBER, CharterVersion::number)
            .key()
            .reads(row -> new CharterVersion(row.store(), row.get(NUMBER)));

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public CharterVersion {
        requireNonNull(store, "store");
        if (number < 1) {
            throw new IllegalArgumentException("The version of a store's rules is 1 or more, not " + number);
        }
    }

    /**
     * The key of a store's row.
     *
     * @param store the store
     * @return the key
     */
    public static Key key(StoreId store) {
        return Key.of(store);
    }
}
