package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Assignment;
import io.storeops.authority.Charter;
import io.storeops.catalog.Store;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.position.Roster;
import io.storeops.position.Rosters;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads what every decision needs: the store, the roster in force, the charter. */
final class Scenes {
    private final Storage storage;
    private final Rosters rosters;
    private final Clock clock;

    Scenes(Storage storage, Clock clock) {
        this.storage = storage;
        this.rosters = new Rosters(storage);
        this.clock = requireNonNull(clock, "clock");
    }

    Scene at(StoreId id, ActorId actor) {
        Store store = storage.find(Store.TABLE, Key.of(id))
                .orElseThrow(() -> new NotEnrolledException(
                        id,
                        "the storage has the stores "
                                + storage.stores(Optional.empty()).items()))
                .value();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Scene(store, rosterOn(id, now.atZone(store.zone()).toLocalDate()), actor, now);
    }

    private Roster rosterOn(StoreId store, LocalDate date) {
        return rosters.findInForce(store, date)
                .orElseThrow(() -> new NotEnrolledException(store, "no roster is in force on " + date));
    }

    Charter charter(Scene scene) {
        List<Versioned<Assignment>> assignments = new ArrayList<>();
        try (Scan<Versioned<Assignment>> scan =
                storage.scan(Query.of(Assignment.TABLE, scene.store().id()))) {
            scan.forEachRemaining(assignments::add);
        }
        return Charter.of(scene.roster().version(), scene.roster().roles(), assignments);
    }
}
