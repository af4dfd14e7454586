package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Store;
import io.storeops.id.ActorId;
import io.storeops.position.Roster;
import io.storeops.position.Rosters;
import io.storeops.storage.StoreView;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What every decision knows: who acts, where, when, under which roster, and the store's rows to look at. Immutable but for
 * the rows, which are as they are when they are looked at.
 *
 * @param store the store
 * @param roster the roster in force at the instant
 * @param actor who acts
 * @param now when, by the clock of the library, in whole microseconds
 * @param rows the rows of the store
 */
public record Scene(Store store, Roster roster, ActorId actor, Instant now, StoreView rows) {
    /** Checks for null. */
    public Scene {
        requireNonNull(store, "store");
        requireNonNull(roster, "roster");
        requireNonNull(actor, "actor");
        requireNonNull(now, "now");
        requireNonNull(rows, "rows");
    }

    /**
     * The date of the instant.
     *
     * @return the date in the store's zone
     */
    public LocalDate today() {
        return now.atZone(store.zone()).toLocalDate();
    }

    /**
     * The roster that judges a date (R2).
     *
     * @param date the date in the store's zone
     * @return the roster in force on it; before the first roster of all, the one in force now
     */
    public Roster rosterOn(LocalDate date) {
        return Rosters.findInForce(rows, date).orElse(roster);
    }
}
