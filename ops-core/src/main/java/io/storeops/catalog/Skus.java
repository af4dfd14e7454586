package io.storeops.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The SKUs of a store (D88). An item that names none is itself its only SKU; an item with one SKU stands for it under the item's id
 * too. Immutable.
 */
public final class Skus {
    private final ImmutableList<Sku> all;
    private final ImmutableListMultimap<String, Sku> byItem;
    private final ImmutableMap<String, Sku> byId;

    private Skus(Collection<Sku> all, ImmutableListMultimap<String, Sku> byItem, Map<String, Sku> byId) {
        this.all = ImmutableList.copyOf(all);
        this.byItem = byItem;
        this.byId = ImmutableMap.copyOf(byId);
    }

    /**
     * The SKUs of items.
     *
     * @param items the store's items, each id once
     * @param named the SKUs that are named, each id once, in any order
     * @return the SKUs
     * @throws IllegalArgumentException if a SKU is one of an item that is not there, or has the id of another item
     */
    public static Skus of(Collection<Item> items, Collection<Sku> named) {
        Set<String> known = items.stream().map(Item::id).collect(Collectors.toSet());
        Set<String> divided = new HashSet<>();
        Map<String, Sku> all = new TreeMap<>();
        for (Sku sku : named) {
            if (!known.contains(sku.itemId())) {
                throw new IllegalArgumentException("SKU " + sku.id() + " is one of item " + sku.itemId()
                        + ", which store " + sku.store() + " does not have. Enrol the item with it");
            }
            if (!sku.id().equals(sku.itemId()) && known.contains(sku.id())) {
                throw new IllegalArgumentException(
                        "SKU " + sku.id() + " of item " + sku.itemId() + " has the id of another item of store "
                                + sku.store() + ", so nobody could tell the two apart");
            }
            all.put(sku.id(), sku);
            divided.add(sku.itemId());
        }
        items.stream()
                .filter(item -> !divided.contains(item.id()))
                .forEach(item -> all.put(item.id(), Sku.of(item, item.id())));
        ImmutableListMultimap<String, Sku> byItem =
                all.values().stream().collect(ImmutableListMultimap.toImmutableListMultimap(Sku::itemId, sku -> sku));
        Map<String, Sku> byId = new HashMap<>(all);
        byItem.asMap().forEach((item, skus) -> {
            if (skus.size() == 1) {
                byId.putIfAbsent(item, skus.iterator().next());
            }
        });
        return new Skus(all.values(), byItem, byId);
    }

    /**
     * All of them, past ones included.
     *
     * @return in order of their ids
     */
    public List<Sku> all() {
        return all;
    }

    /**
     * Those of an item, past ones included.
     *
     * @param itemId the item
     * @return in order of their ids, at least one; none if the store has no such item
     */
    public List<Sku> ofItem(String itemId) {
        return byItem.get(itemId);
    }

    /**
     * Those that are sold on a date.
     *
     * @param date the date in the store's zone
     * @return in order of their ids
     */
    public List<Sku> on(LocalDate date) {
        return all.stream().filter(sku -> sku.activeOn(date)).toList();
    }

    /**
     * A SKU.
     *
     * @param id its id, or the id of an item that has one SKU only
     * @return the SKU; empty if the store has none of that id
     */
    public Optional<Sku> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
