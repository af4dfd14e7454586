package io.storeops.vetting;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What decisions on the campaigns of one SKU compete for: each that changes what runs on it knows those before it, and what was proved of
 * it relies on its not having moved (D38, D45).
 *
 * @param store the store
 * @param skuId the SKU
 * @param moves how often what runs on it was changed
 */
record Account(StoreId store, String skuId, int moves) {
    private static final Column<String> SKU = Column.text("sku_id", "the SKU");
    private static final Column<Integer> MOVES = Column.count("moves", "how often what runs on it was changed");

    static final Table<Account> TABLE = Table.of("campaign_account", Account::store)
            .column(SKU, Account::skuId)
            .column(MOVES, Account::moves)
            .key(SKU)
            .reads(row -> new Account(row.store(), row.get(SKU), row.get(MOVES)));

    Account {
        requireNonNull(store, "store");
        requireNonNull(skuId, "skuId");
    }

    private static Key key(Context context, String skuId) {
        return Key.of(context.store().id(), skuId);
    }

    private static Optional<Versioned<Account>> row(Context context, String skuId) {
        return context.rows().find(TABLE, key(context, skuId));
    }

    /** Lets no other decision on what runs on the SKUs come in between; always in the order of their ids. */
    static List<Edit<?>> moved(Context context, Collection<String> skus) {
        return skus.stream()
                .sorted()
                .distinct()
                .<Edit<?>>map(sku -> moved(context, sku))
                .toList();
    }

    private static Edit<Account> moved(Context context, String sku) {
        Optional<Versioned<Account>> known = row(context, sku);
        int moves = known.map(row -> row.value().moves()).orElse(0);
        return Edit.touch(
                TABLE,
                known,
                new Account(context.store().id(), sku, moves == Integer.MAX_VALUE ? 0 : moves + 1));
    }

    /** Makes the commit fail if what runs on the SKUs was changed since. */
    static List<Edit.Unchanged<?>> unchanged(Context context, Collection<String> skus) {
        return skus.stream()
                .sorted()
                .distinct()
                .<Edit.Unchanged<?>>map(sku -> new Edit.Unchanged<>(
                        TABLE,
                        key(context, sku),
                        row(context, sku).map(Versioned::revision).orElse(0L)))
                .toList();
    }
}
