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
    private static final Column<ZoneId> ZONE = Column.text("zone", "time zone of the store's days, as in Asia/Shanghai")
            .as(ZoneId.class, ZoneId::of, ZoneId::getId);
    private static final Column<Currency> CURRENCY = Column.text("currency", "ISO 4217 code of the store's amounts")
            .as(Currency.class, Currency::getInstance, Currency::getCurrencyCode);

    /** The table of stores, one row each. */
    public static final Table<Store> TABLE = Table.of("store", Store::id)
            .column(NAME, Store::name)
            .column(ZONE, Store::zone)
            .column(CURRENCY, Store::currency)
            .key()
            .reads(row -> new Store(row.store(), row.get(NAME), row.get(ZONE), row.get(CURRENCY)));

    /**
     * A store that is called by its id.
     *
     * @param id the store, as in S1
     * @param zone the zone of its days, as in Asia/Shanghai
     * @param currency the ISO 4217 code of its amounts, as in CNY
     * @return the store
     * @throws IllegalArgumentException if the id breaks the rule of {@link io.storeops.id.IdText}, or the currency is not known
     * @throws java.time.DateTimeException if the zone is not known
     */
    public static Store of(String id, String zone, String currency) {
        return new Store(StoreId.of(id), id, ZoneId.of(zone), Currency.getInstance(currency));
    }

    /** Checks for null. */
    public Store {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(zone, "zone");
        requireNonNull(currency, "currency");
    }
}
