package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * What the ERP can sell of a SKU (可售库存), as its feed or the host says. Never changed: what is said anew of the same instant is one more
 * version. Immutable.
 *
 * @param store the store
 * @param skuId the SKU
 * @param asOf of which instant
 * @param version 1 for what was said first of the instant, one more for each that says something else
 * @param units how many units, 0 or more
 * @param toldAt when the library was told, by its clock
 */
public record SellableStock(StoreId store, String skuId, Instant asOf, int version, long units, Instant toldAt) {
    private static final Column<String> SKU = Column.text("sku_id", "the SKU");
    private static final Column<Instant> AS_OF = Column.instant("as_of", "of which instant the stock is");
    private static final Column<Integer> VERSION =
            Column.count("version", "1, then one more for each that says something else of the same instant");
    private static final Column<Long> UNITS = Column.number("units", "units that the ERP can sell");
    private static final Column<Instant> TOLD = Column.instant("told_at", "when it was told");

    /** The table of stocks. */
    public static final Table<SellableStock> TABLE = Table.of("sellable_stock", SellableStock::store)
            .column(SKU, SellableStock::skuId)
            .column(AS_OF, SellableStock::asOf)
            .column(VERSION, SellableStock::version)
            .column(UNITS, SellableStock::units)
            .column(TOLD, SellableStock::toldAt)
            .key(SKU, AS_OF, VERSION)
            .appendOnly()
            .reads(row -> new SellableStock(
                    row.store(), row.get(SKU), row.get(AS_OF), row.get(VERSION), row.get(UNITS), row.get(TOLD)));

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, the version is below 1 or there are fewer than 0 units
     */
    public SellableStock {
        requireNonNull(store, "store");
        IdText.checked("SKU id", skuId);
        requireNonNull(asOf, "asOf");
        requireNonNull(toldAt, "toldAt");
        requireUnits(skuId, units);
        if (version < 1) {
            throw new IllegalArgumentException("A version is 1 or more, not " + version);
        }
    }

    static void requireUnits(String sku, long units) {
        if (units < 0) {
            throw new IllegalArgumentException("The sellable stock of " + sku + " is 0 or more, not " + units);
        }
    }

    /**
     * The latest stock of a SKU.
     *
     * @param context the store and its rows
     * @param skuId the SKU
     * @return the stock; empty if none was told
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Optional<SellableStock> last(Context context, String skuId) {
        return context.rows().last(of(context).where(skuId));
    }

    /** What is said of an instant, as the next version of it; empty if it is known already. */
    static Optional<SellableStock> next(Context context, String skuId, Instant asOf, long units) {
        Optional<SellableStock> known = context.rows().last(of(context).where(skuId, asOf));
        return known.filter(stock -> stock.units() == units).isPresent()
                ? Optional.empty()
                : Optional.of(new SellableStock(
                        context.store().id(),
                        skuId,
                        asOf,
                        known.map(SellableStock::version).orElse(0) + 1,
                        units,
                        context.now()));
    }

    private static Query<SellableStock> of(Context context) {
        return Query.of(TABLE, context.store().id());
    }
}
