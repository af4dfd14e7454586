package io.storeops.catalog;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import java.time.LocalDate;
import java.util.List;

/**
 * What a store sells and whom it watches, past entries included. Immutable.
 *
 * @param items the store's items in order of their ids, copied
 * @param skus what of each item is stocked, priced and sold by itself
 * @param competitors its rivals' items in order of their ids, copied
 */
public record Catalogue(List<Item> items, Skus skus, List<CompetitorItem> competitors) {
    /** Copies the lists. */
    public Catalogue {
        items = ImmutableList.copyOf(items);
        requireNonNull(skus, "skus");
        competitors = ImmutableList.copyOf(competitors);
    }

    /**
     * Reads a store's catalogue.
     *
     * @param rows the store's rows
     * @return the catalogue
     */
    public static Catalogue of(StoreView rows) {
        List<Item> items = rows.all(Query.of(Item.TABLE, rows.store()));
        return new Catalogue(
                items,
                Skus.of(items, rows.all(Query.of(Sku.TABLE, rows.store()))),
                rows.all(Query.of(CompetitorItem.TABLE, rows.store())));
    }

    /**
     * What the store sells on a date.
     *
     * @param date the date in the store's zone
     * @return the items active on it, in order of their ids
     */
    public List<Item> itemsOn(LocalDate date) {
        return items.stream().filter(item -> item.activeOn(date)).toList();
    }

    /**
     * Whom the store watches on a date.
     *
     * @param date the date in the store's zone
     * @return the rivals' items active on it, in order of their ids
     */
    public List<CompetitorItem> competitorsOn(LocalDate date) {
        return competitors.stream().filter(item -> item.activeOn(date)).toList();
    }
}
