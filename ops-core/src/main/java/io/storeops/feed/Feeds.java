package io.storeops.feed;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.id.StoreId;
import java.util.Map;
import java.util.Optional;

/**
 * The feeds of one kind that stores have. Immutable.
 *
 * @param <F> the port
 * @param name what such a feed is called, as in "stock feed"
 * @param otherwise what somebody can do whose store has none, as in "record the values by hand"
 * @param byStore the feeds by store, copied
 */
public record Feeds<F>(String name, String otherwise, Map<StoreId, F> byStore) {
    /** Copies the feeds. */
    public Feeds {
        requireNonNull(name, "name");
        requireNonNull(otherwise, "otherwise");
        byStore = ImmutableMap.copyOf(byStore);
    }

    /**
     * The feed of a store.
     *
     * @param store the store
     * @return the feed
     * @throws AdapterException UNSUPPORTED if it has none, naming the stores that have one
     */
    public F of(StoreId store) {
        F feed = byStore.get(store);
        if (feed == null) {
            throw new AdapterException(
                    FaultKind.UNSUPPORTED,
                    "Store " + store + " has no " + name + "; stores that have one: " + byStore.keySet()
                            + ". Configure a marketplace that has it, or " + otherwise);
        }
        return feed;
    }

    /**
     * The feed of a store, for what can be done without.
     *
     * @param store the store
     * @return the feed; empty if the store has none
     */
    public Optional<F> find(StoreId store) {
        return Optional.ofNullable(byStore.get(store));
    }
}
