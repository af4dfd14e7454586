package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Store;
import io.storeops.id.ActorId;
import io.storeops.position.Roster;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What every decision knows: who acts, where, when, under which roster. Immutable.
 *
 * @param store the store
 * @param roster the roster in force at the instant
 * @param actor who acts
 * @param now when, by the clock of the library, in whole microseconds
 */
public record Scene(Store store, Roster roster, ActorId actor, Instant now) {
    /** Checks for null. */
    public Scene {
        requireNonNull(store, "store");
        requireNonNull(roster, "roster");
        requireNonNull(actor, "actor");
        requireNonNull(now, "now");
    }

    /**
     * The date of the instant.
     *
     * @return the date in the store's zone
     */
    public LocalDate today() {
        return now.atZone(store.zone()).toLocalDate();
    }
}
