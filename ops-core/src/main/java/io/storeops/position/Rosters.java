package io.storeops.position;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.Optional;

/** The rosters of the stores by the date on which they rule (R2). Thread-safe. */
public final class Rosters {
    private final Storage storage;

    /**
     * The rosters of a storage.
     *
     * @param storage where they are kept
     */
    public Rosters(Storage storage) {
        this.storage = requireNonNull(storage, "storage");
    }

    /**
     * The roster in force on a date: the one that took effect last.
     *
     * @param store the store
     * @param date the date in the store's zone
     * @return the roster, empty before the first one takes effect
     */
    public Optional<Roster> findInForce(StoreId store, LocalDate date) {
        return storage
                .select(Query.of(Roster.TABLE, store)
                        .to(date.plusDays(1))
                        .descendingOrder()
                        .limit(1))
                .items()
                .stream()
                .findFirst()
                .map(Versioned::value);
    }
}
