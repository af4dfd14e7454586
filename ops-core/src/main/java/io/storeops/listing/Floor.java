package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.evidence.Stamp;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The floor of a SKU from a date on: below it no income per unit may fall (D39). A SKU that has none has "no floor", which is not a
 * floor of 0.
 *
 * @param store the store
 * @param skuId the SKU
 * @param from the first date in the store's zone
 * @param minor the floor in minor units, 1 or more; empty if from then on there is none
 * @param set who set it, when, under which rules (R1)
 */
public record Floor(StoreId store, String skuId, LocalDate from, Optional<Long> minor, Stamp set) {
    private static final Column<String> SKU = Column.text("sku_id", "the SKU");
    private static final Column<LocalDate> FROM = Column.date("effective_from", "the first date");
    private static final Column<Long> MINOR =
            Column.number("floor_minor", "the floor in minor units; absent if from then on there is none");
    private static final ColumnGroup<Stamp> SET =
            Stamp.columns(Column.instant("set_at", "when it was set"), Column.actor("set_by", "who set it"));

    /** The table of floors. */
    public static final Table<Floor> TABLE = Table.of("price_floor", Floor::store)
            .column(SKU, Floor::skuId)
            .column(FROM, Floor::from)
            .optional(MINOR, Floor::minor)
            .group(SET, Floor::set)
            .key(SKU, FROM)
            .reads(row -> new Floor(row.store(), row.get(SKU), row.get(FROM), row.find(MINOR), row.get(SET)));

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or the floor is below 1
     */
    public Floor {
        requireNonNull(store, "store");
        IdText.checked("SKU id", skuId);
        requireNonNull(from, "from");
        requireNonNull(set, "set");
        minor.ifPresent(floor -> requireFloor(skuId, floor));
    }

    static void requireFloor(String sku, long floorMinor) {
        if (floorMinor < 1) {
            throw new IllegalArgumentException("The floor of " + sku + " is 1 minor unit or more, not " + floorMinor
                    + "; where there is none, lift it");
        }
    }

    static Key key(StoreId store, String skuId, LocalDate from) {
        return Key.of(store, skuId, from);
    }

    /**
     * What was set of a SKU's floor and counts on a date.
     *
     * @param context the store and its rows
     * @param skuId the SKU
     * @param date the date in the store's zone
     * @return the entry, which may say that there is no floor; empty if nothing was ever set
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Optional<Floor> on(Context context, String skuId, LocalDate date) {
        return all(context, skuId).stream()
                .filter(floor -> !floor.from().isAfter(date))
                .reduce((earlier, later) -> later);
    }

    /**
     * Everything that was set of a SKU's floor.
     *
     * @param context the store and its rows
     * @param skuId the SKU
     * @return the entries in the order of their dates
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static List<Floor> all(Context context, String skuId) {
        return context.rows().all(Query.of(TABLE, context.store().id()).where(skuId));
    }

    /** The floor at an instant, in minor units. */
    static Optional<Long> at(Context context, String skuId, Instant instant) {
        return on(context, skuId, instant.atZone(context.store().zone()).toLocalDate())
                .flatMap(Floor::minor);
    }
}
