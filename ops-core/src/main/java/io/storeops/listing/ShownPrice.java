package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;

/**
 * A price that a SKU was shown at before the library began with it, where it differed from its price book: it counts for the reference
 * price (D44). Never changed. Immutable.
 *
 * @param store the store
 * @param skuId the SKU
 * @param from from when it was shown, included
 * @param to until when, excluded and after it
 * @param priceMinor the price in minor units of the store's currency, 1 or more
 * @param toldAt when the library was told, by its clock
 */
public record ShownPrice(StoreId store, String skuId, Instant from, Instant to, long priceMinor, Instant toldAt) {
    private static final Column<String> SKU = Column.text("sku_id", "the SKU");
    private static final Column<Instant> FROM = Column.instant("shown_from", "from when it was shown, included");
    private static final Column<Instant> TO = Column.instant("shown_to", "until when, excluded");
    private static final Column<Long> PRICE = Column.number("price_minor", "the price in minor units");
    private static final Column<Instant> TOLD = Column.instant("told_at", "when it was told");

    /** The table of prices that were shown. */
    public static final Table<ShownPrice> TABLE = Table.of("shown_price", ShownPrice::store)
            .column(SKU, ShownPrice::skuId)
            .column(FROM, ShownPrice::from)
            .column(TO, ShownPrice::to)
            .column(PRICE, ShownPrice::priceMinor)
            .column(TOLD, ShownPrice::toldAt)
            .key(SKU, FROM, TO, PRICE)
            .appendOnly()
            .reads(row -> new ShownPrice(
                    row.store(), row.get(SKU), row.get(FROM), row.get(TO), row.get(PRICE), row.get(TOLD)));

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, the price is below 1 or it was shown for no time
     */
    public ShownPrice {
        requireNonNull(store, "store");
        IdText.checked("SKU id", skuId);
        requireNonNull(toldAt, "toldAt");
        PriceChange.requirePrice(skuId, priceMinor);
        requireSpan(skuId, from, to);
    }

    static void requireSpan(String sku, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "A price of " + sku + " is shown from an instant until a later one, not from " + from + " to " + to);
        }
    }

    /**
     * The prices that a SKU was shown at.
     *
     * @param context the store and its rows
     * @param skuId the SKU
     * @return the prices in the order of their instants
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static List<ShownPrice> all(Context context, String skuId) {
        return context.rows().all(Query.of(TABLE, context.store().id()).where(skuId));
    }
}
