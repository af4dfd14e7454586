package io.storeops.position;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rosters of a store by the instant from which they rule (R2, D81), read once. What is done is judged by the roster in force
 * at its instant. What a date expects, its slots among it, is one roster's from the first instant of the date to the last: so
 * that a roster which begins within a date neither doubles an occurrence nor loses one. Immutable.
 */
public final class Rosters {
    private final ZoneId zone;
    private final NavigableMap<Instant, Roster> byBeginning;

    private Rosters(ZoneId zone, Map<Instant, Roster> byBeginning) {
        this.zone = zone;
        this.byBeginning = ImmutableSortedMap.copyOf(byBeginning);
    }

    /**
     * The rosters of a store as they are now.
     *
     * @param rows the store's rows
     * @param zone the store's zone
     * @return the rosters
     */
    public static Rosters of(StoreView rows, ZoneId zone) {
        Map<Instant, Roster> byBeginning = new TreeMap<>();
        rows.all(Query.of(Roster.TABLE, rows.store()))
                .forEach(roster -> byBeginning.put(roster.effectiveFrom().begins(zone), roster));
        return new Rosters(zone, byBeginning);
    }

    /**
     * The roster in force at an instant: the one that began last.
     *
     * @param at the instant
     * @return the roster, empty before the first one begins
     */
    public Optional<Roster> findInForce(Instant at) {
        return Optional.ofNullable(byBeginning.floorEntry(at)).map(Map.Entry::getValue);
    }

    /**
     * The roster that says what a date expects: the one in force at its first instant. If that is before the first roster of all,
     * it is the first one that begins within the date, and what opens before it begins is not expected.
     *
     * @param date the date in the store's zone
     * @return the roster, empty if none rules on the date
     */
    public Optional<Roster> findPlanOf(LocalDate date) {
        Instant first = date.atStartOfDay(zone).toInstant();
        return findInForce(first)
                .or(() -> Optional.ofNullable(byBeginning.higherEntry(first))
                        .filter(next ->
                                !next.getKey().atZone(zone).toLocalDate().isAfter(date))
                        .map(Map.Entry::getValue));
    }

    /**
     * All of them.
     *
     * @return in the order in which they take effect
     */
    public Collection<Roster> all() {
        return byBeginning.values();
    }
}
