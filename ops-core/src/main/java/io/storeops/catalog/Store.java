package io.storeops.catalog;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.ZoneId;
import java.util.Currency;

/**
 * A shop on a marketplace (店铺). All its local dates and slots are in its own zone (R1).
 *
 * @param id the store
 * @param name what people call it
 * @param zone the zone of its days
 * @param currency the currency of its amounts
 */
public record Store(StoreId id, String name, ZoneId zone, Currency currency) {
    private static final Column<String> NAME = Column.text("name", "what people call the store");
    private static final Column<String> ZONE =
            Column.text("zone", "time zone of the store's days, as in Asia/Shanghai");
    private static final Column<String> CURRENCY = Column.text("currency", "ISO 4217 code of the store's amounts");

    /** The table of stores, one row each. */
    public static final Table<Store> TABLE = Table.of("store", Store::id)
            .column(NAME, Store::name)
            .column(ZONE, store -> store.zone().getId())
            .column(CURRENCY, store -> store.currency().getCurrencyCode())
            .key()
            .reads(row -> new Store(
                    row.store(), row.get(NAME), ZoneId.of(row.get(ZONE)), Currency.getInstance(row.get(CURRENCY))));

    /** Checks for null. */
    public Store {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(zone, "zone");
        requireNonNull(currency, "currency");
    }
}
