package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Assignment;
import io.storeops.authority.Authority;
import io.storeops.authority.Charter;
import io.storeops.authority.CharterVersion;
import io.storeops.authority.Deputyship;
import io.storeops.authority.RolePlan;
import io.storeops.catalog.Catalogue;
import io.storeops.catalog.Store;
import io.storeops.failure.NotEnrolledException;
import io.storeops.id.StoreId;
import io.storeops.position.Rosters;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What is enrolled of the stores: charter, rosters and catalogue. It is read once a version; whether it still stands is asked at every
 * decision, by one row, so that a change made by another process counts from its commit on. Thread-safe.
 */
final class Charters {
    private final Map<StoreId, Authority> authorities = new ConcurrentHashMap<>();
    private final Map<StoreId, Enrolled> enrolled = new ConcurrentHashMap<>();

    /**
     * What was enrolled of a store, beside its charter.
     *
     * @param version the version of the rules at which it was read
     * @param store the store
     * @param rosters its rosters
     * @param catalogue its items and its rivals' items
     */
    private record Enrolled(long version, Store store, Rosters rosters, Catalogue catalogue) {
        Enrolled or(Enrolled other) {
            return other.version > version ? other : this;
        }
    }

    /** The rules of a store at a version. */
    record Rules(Store store, Charter charter, Rosters rosters, Catalogue catalogue) {
        Rules {
            requireNonNull(store, "store");
            requireNonNull(charter, "charter");
            requireNonNull(rosters, "rosters");
            requireNonNull(catalogue, "catalogue");
        }
    }

    /**
     * The rules of a version, empty if they changed while they were read.
     *
     * @param rows the store's rows
     * @param version what {@link #version} said
     * @param missing tells that the store is not there
     */
    Optional<Rules> find(StoreView rows, long version, Supplier<NotEnrolledException> missing) {
        Authority authority = authorities.get(rows.store());
        Enrolled known = enrolled.get(rows.store());
        // Version 0: somebody keeps the rows without keeping the version, so nothing says when they changed.
        if (version > 0 && authority != null && known != null && known.version() == version) {
            Charter charter = authority.charter();
            if (charter.version() == version) {
                return Optional.of(new Rules(known.store(), charter, known.rosters(), known.catalogue()));
            }
        }
        Store store = rows.find(Store.TABLE, Key.of(rows.store()))
                .orElseThrow(missing)
                .value();
        Rosters rosters = Rosters.of(rows, store.zone());
        Charter charter = charter(store, rows, version, rosters);
        Catalogue catalogue = Catalogue.of(rows);
        if (version(rows) != version) {
            return Optional.empty();
        }
        // A version that the host may roll back yet can be given once more, to other rules.
        rows.afterCommit(() -> {
            authorities
                    .computeIfAbsent(store.id(), key -> new Authority(charter))
                    .exchange(charter);
            enrolled.merge(store.id(), new Enrolled(version, store, rosters, catalogue), Enrolled::or);
        });
        return Optional.of(new Rules(store, charter, rosters, catalogue));
    }

    /** The version of the rules, 0 if nobody keeps it. */
    static long version(StoreView rows) {
        return rows.find(CharterVersion.TABLE, CharterVersion.key(rows.store()))
                .map(Versioned::revision)
                .orElse(0L);
    }

    private static Charter charter(Store store, StoreView rows, long version, Rosters rosters) {
        List<RolePlan> plans = rosters.all().stream()
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
