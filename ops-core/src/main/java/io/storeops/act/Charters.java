package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Assignment;
import io.storeops.authority.Authority;
import io.storeops.authority.Charter;
import io.storeops.authority.CharterVersion;
import io.storeops.authority.Deputyship;
import io.storeops.authority.RolePlan;
import io.storeops.catalog.Store;
import io.storeops.id.StoreId;
import io.storeops.position.Rosters;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of the stores: charter and rosters. They are read once a version; whether they still stand is asked at every
 * decision, by one row, so that a change made by another process counts from its commit on. Thread-safe.
 */
final class Charters {
    private final Map<StoreId, Authority> authorities = new ConcurrentHashMap<>();
    private final Map<StoreId, Dated> rosters = new ConcurrentHashMap<>();

    /** The rules of a store at a version. */
    record Rules(Charter charter, Rosters rosters) {
        Rules {
            requireNonNull(charter, "charter");
            requireNonNull(rosters, "rosters");
        }
    }

    private record Dated(long version, Rosters rosters) {
        Dated or(Dated other) {
            return other.version > version ? other : this;
        }
    }

    /**
     * The rules of a version, empty if they changed while they were read.
     *
     * @param store the store as read after the version
     * @param rows the store's rows
     * @param version what {@link #version} said before the store was read
     */
    Optional<Rules> find(Store store, StoreView rows, long version) {
        Authority authority = authorities.get(store.id());
        Dated dated = rosters.get(store.id());
        // Version 0: somebody keeps the rows without keeping the version, so nothing says when they changed.
        if (version > 0 && authority != null && dated != null && dated.version() == version) {
            Charter charter = authority.charter();
            if (charter.version() == version) {
                return Optional.of(new Rules(charter, dated.rosters()));
            }
        }
        Rosters read = Rosters.of(rows);
        Charter charter = charter(store, rows, version, read);
        if (version(rows) != version) {
            return Optional.empty();
        }
        authorities.computeIfAbsent(store.id(), key -> new Authority(charter)).exchange(charter);
        rosters.merge(store.id(), new Dated(version, read), Dated::or);
        return Optional.of(new Rules(charter, read));
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
