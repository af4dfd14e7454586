package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.StoreId;
import io.storeops.publishing.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the engine found when it looked at a store.
 *
 * @param store the store
 * @param at when it looked
 * @param raised what became overdue since the last look and is still not done, of the duties that a module carries out; each is
 *     raised once, copied
 * @param ahead what the clock of the look before showed, if that is ahead by more than five minutes: one of the two is wrong, and
 *     what a clock raised more than three hours ahead is raised again in its time
 * @param settled the deliveries that came to an end, copied
 * @param nextWakeUp when to look again: something changes by time alone, or a message may be tried again
 */
public record Tick(
        StoreId store,
        Instant at,
        List<AgendaItem> raised,
        Optional<Instant> ahead,
        List<Delivery> settled,
        Instant nextWakeUp) {
    /** Copies the lists. */
    public Tick {
        requireNonNull(store, "store");
        requireNonNull(at, "at");
        raised = ImmutableList.copyOf(raised);
        requireNonNull(ahead, "ahead");
        settled = ImmutableList.copyOf(settled);
        requireNonNull(nextWakeUp, "nextWakeUp");
    }
}
