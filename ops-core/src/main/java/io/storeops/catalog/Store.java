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
 * @param language the language of the messages and releases that its people read
 */
public record Store(StoreId id, String name, ZoneId zone, Currency currency, Language language) {
    private static final Column<String> NAME = Column.text("name", "what people call the store");
    private static final Column<ZoneId> ZONE = Column.text("zone", "time zone of the store's days, as in Asia/Shanghai")
            .as(ZoneId.class, ZoneId::of, ZoneId::getId);
    private static final Column<Currency> CURRENCY = Column.text("currency", "ISO 4217 code of the store's amounts")
            .as(Currency.class, Currency::getInstance, Currency::getCurrencyCode);

    private static final Column<Language> LANGUAGE =
            Column.constant("language", "language of what the store's people are sent", Language.class);

    /** The table of stores, one row each. */
    public static final Table<Store> TABLE = Table.of("store", Store::id)
            .column(NAME, Store::name)
            .column(ZONE, Store::zone)
            .column(CURRENCY, Store::currency)
            .column(LANGUAGE, Store::language)
            .key()
            .reads(row -> new Store(row.store(), row.get(NAME), row.get(ZONE), row.get(CURRENCY), row.get(LANGUAGE)));

    /**
     * A store that is called by its id, whose people are written to in Chinese, as the position description is.
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
        requireNonNull(language, "language");
    }

    /**
     * A store whose people are written to in Chinese, as the position description is.
     *
     * @param id the store
     * @param name what people call it
     * @param zone the zone of its days
     * @param currency the currency of its amounts
     */
    public Store(StoreId id, String name, ZoneId zone, Currency currency) {
        this(id, name, zone, currency, Language.CHINESE);
    }

    /**
     * The same store in another language.
     *
     * @param other the language of the messages and releases that its people read
     * @return the store
     */
    public Store in(Language other) {
        return new Store(id, name, zone, currency, other);
    }
}
