package io.storeops.source;

import io.storeops.act.PersonalActs;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import java.util.List;
import java.util.Optional;

/**
 * What a store's sources gave, in the hands of one person: how current and how complete it was, and rows of what nobody knows. Every
 * method throws {@link io.storeops.failure.DeniedException} if its right is missing. Thread-safe.
 */
public final class Sources {
    private final PersonalActs acts;

    Sources(PersonalActs acts) {
        this.acts = acts;
    }

    /**
     * The last look at a source.
     *
     * @param store the store
     * @param source which source
     * @return the look; empty if nobody looked yet
     */
    public Optional<SourceLook> findLast(StoreId store, Source source) {
        return acts.look(store, SourceModule.READ_SOURCE, context -> SourceLook.findLast(context.rows(), source));
    }

    /**
     * All looks at a source.
     *
     * @param store the store
     * @param source which source
     * @return the looks in order
     */
    public List<SourceLook> looks(StoreId store, Source source) {
        return acts.look(
                store,
                SourceModule.READ_SOURCE,
                context -> context.rows().all(Query.of(SourceLook.TABLE, store).where(source)));
    }

    /**
     * The rows of what the catalogue does not have, of the last look at a source (D88).
     *
     * @param store the store
     * @param source which source
     * @return the rows in the order in which the source gave them
     */
    public List<StrayRow> strays(StoreId store, Source source) {
        return acts.look(
                store,
                SourceModule.READ_SOURCE,
                context -> SourceLook.findLast(context.rows(), source)
                        .map(look -> StrayRow.of(context.rows(), source, look.number()))
                        .orElse(List.of()));
    }
}
