package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.Optional;

/**
 * What decisions on the prices of one SKU compete for: each of them, and each on its floor, knows those before it.
 *
 * @param store the store
 * @param skuId the SKU
 * @param prices how many of its prices were approved
 */
record PriceCount(StoreId store, String skuId, int prices) {
    private static final Column<String> SKU = Column.text("sku_id", "the SKU");
    private static final Column<Integer> PRICES = Column.count("prices", "how many of its prices were approved");

    static final Table<PriceCount> TABLE = Table.of("price_count", PriceCount::store)
            .column(SKU, PriceCount::skuId)
            .column(PRICES, PriceCount::prices)
            .key(SKU)
            .reads(row -> new PriceCount(row.store(), row.get(SKU), row.get(PRICES)));

    PriceCount {
        requireNonNull(store, "store");
        requireNonNull(skuId, "skuId");
    }

    static int of(Context context, String skuId) {
        return row(context, skuId).map(row -> row.value().prices()).orElse(0);
    }

    private static Optional<Versioned<PriceCount>> row(Context context, String skuId) {
        return context.rows().find(TABLE, Key.of(context.store().id(), skuId));
    }

    static Edit.Unchanged<PriceCount> unchanged(Context context, String skuId) {
        return new Edit.Unchanged<>(
                TABLE,
                Key.of(context.store().id(), skuId),
                row(context, skuId).map(Versioned::revision).orElse(0L));
    }

    /** Lets no other decision on the SKU's prices come in between. */
    static Edit<PriceCount> touched(Context context, String skuId, int prices) {
        return Edit.touch(
                TABLE, row(context, skuId), new PriceCount(context.store().id(), skuId, prices));
    }
}
