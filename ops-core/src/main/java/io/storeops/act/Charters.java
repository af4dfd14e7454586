package io.storeops.act;

import io.storeops.authority.Assignment;
import io.storeops.authority.Authority;
import io.storeops.authority.Charter;
import io.storeops.authority.CharterVersion;
import io.storeops.authority.Deputyship;
import io.storeops.authority.RolePlan;
import io.storeops.catalog.Store;
import io.storeops.id.StoreId;
import io.storeops.position.Roster;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The charters of the stores. A charter is read once a version; whether it still stands is asked at every decision, by one
 * row, so that a change made by another process counts from its commit on. Thread-safe.
 */
final class Charters {
    private final Map<StoreId, Authority> authorities = new ConcurrentHashMap<>();

    /**
     * The charter of a version, empty if the rules changed while it was read.
     *
     * @param store the store as read after the version
     * @param rows the store's rows
     * @param version what {@link #version} said before the store was read
     */
    Optional<Charter> find(Store store, StoreView rows, long version) {
        Authority known = authorities.get(store.id());
        Charter charter = known == null ? null : known.charter();
        // Version 0: somebody keeps the rows without keeping the version, so nothing says when they changed.
        if (version > 0 && charter != null && charter.version() == version) {
            return Optional.of(charter);
        }
        Charter read = read(store, rows, version);
        if (version(rows) != version) {
            return Optional.empty();
        }
        authorities.computeIfAbsent(store.id(), key -> new Authority(read)).exchange(read);
        return Optional.of(read);
    }

    /** The version of the rules, 0 if nobody keeps it. */
    static long version(StoreView rows) {
        return rows.find(CharterVersion.TABLE, CharterVersion.key(rows.store()))
                .map(Versioned::revision)
                .orElse(0L);
    }

    private static Charter read(Store store, StoreView rows, long version) {
        List<RolePlan> plans = rows.all(Query.of(Roster.TABLE, store.id())).stream()
                .map(roster -> RolePlan.of(roster.effectiveFrom(), roster.roles(), roster.confidentiality()))
                .toList();
        return Charter.of(
                version,
                store.zone(),
                plans,
                rows.all(Query.of(Assignment.TABLE, store.id())),
                rows.all(Query.of(Deputyship.TABLE, store.id())));
    }
}
