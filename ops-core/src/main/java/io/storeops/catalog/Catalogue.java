package io.storeops.catalog;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /**
     * What people call a subject: the title of an item, its own or a rival's, and of one of several SKUs its options, as in
     * {@code Mug (red, M)}.
     *
     * @param subject the id of an item, a SKU or a rival's item
     * @return the words; empty if nobody told a title, or there is nothing of the id
     */
    public Optional<String> findWords(String subject) {
        Optional<Sku> sku = skus.find(subject);
        Optional<String> title = titleOfItem(sku.map(Sku::itemId).orElse(subject));
        String options = sku.map(Sku::options)
                .map(Map::values)
                .map(values -> String.join(", ", values))
                .orElse("");
        return options.isEmpty() ? title : title.map(words -> words + " (" + options + ")");
    }

    private Optional<String> titleOfItem(String id) {
        return items.stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .flatMap(Item::title)
                .or(() -> competitors.stream()
                        .filter(item -> item.id().equals(id))
                        .findFirst()
                        .flatMap(CompetitorItem::title));
    }
}
