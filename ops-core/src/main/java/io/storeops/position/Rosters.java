package io.storeops.position;

import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.Optional;

/** The rosters of a store by the date on which they rule (R2). */
public final class Rosters {
    private Rosters() {}

    /**
     * The roster in force on a date: the one that took effect last.
     *
     * @param rows the store's rows
     * @param date the date in the store's zone
     * @return the roster, empty before the first one takes effect
     */
    public static Optional<Roster> findInForce(StoreView rows, LocalDate date) {
        return rows
                .select(Query.of(Roster.TABLE, rows.store())
                        .to(date.plusDays(1))
                        .descendingOrder()
                        .limit(1))
                .items()
                .stream()
                .findFirst()
                .map(Versioned::value);
    }
}
