package io.storeops.position;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The rosters of a store by the date on which they rule (R2), read once. Immutable. */
public final class Rosters {
    private final NavigableMap<LocalDate, Roster> byDate;

    private Rosters(Map<LocalDate, Roster> byDate) {
        this.byDate = ImmutableSortedMap.copyOf(byDate);
    }

    /**
     * The rosters of a store as they are now.
     *
     * @param rows the store's rows
     * @return the rosters
     */
    public static Rosters of(StoreView rows) {
        Map<LocalDate, Roster> byDate = new TreeMap<>();
        rows.all(Query.of(Roster.TABLE, rows.store())).forEach(roster -> byDate.put(roster.effectiveFrom(), roster));
        return new Rosters(byDate);
    }

    /**
     * The roster in force on a date: the one that took effect last.
     *
     * @param date the date in the store's zone
     * @return the roster, empty before the first one takes effect
     */
    public Optional<Roster> findInForce(LocalDate date) {
        return Optional.ofNullable(byDate.floorEntry(date)).map(Map.Entry::getValue);
    }

    /**
     * All of them.
     *
     * @return in the order in which they take effect
     */
    public Collection<Roster> all() {
        return byDate.values();
    }
}
