package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Assignment;
import io.storeops.authority.Authority;
import io.storeops.authority.Charter;
import io.storeops.authority.CharterVersion;
import io.storeops.authority.Deputyship;
import io.storeops.authority.RolePlan;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.position.Roster;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The charters of the stores. A charter is read once a version; whether it still stands is asked at every decision, by one
 * row, so that a change made by another process counts from its commit on. Thread-safe.
 */
final class Charters {
    private final Storage storage;
    private final Scenes scenes;
    private final Map<StoreId, Authority> authorities = new ConcurrentHashMap<>();

    Charters(Storage storage, Scenes scenes) {
        this.storage = requireNonNull(storage, "storage");
        this.scenes = requireNonNull(scenes, "scenes");
    }

    /**
     * A scene and the charter that judges it. The version is read before everything else: what is read after it is as old as
     * the version or newer, and if it is newer, a commit that relies on the version fails.
     */
    Judged judged(StoreId store, ActorId actor) {
        while (true) {
            long version = version(store);
            Scene scene = scenes.at(store, actor);
            Authority known = authorities.get(store);
            Charter charter = known == null ? null : known.charter();
            // Version 0: somebody keeps the rows without keeping the version, so nothing says when they changed.
            if (version > 0 && charter != null && charter.version() == version) {
                return new Judged(scene, charter);
            }
            Charter read = read(scene, version);
            if (version(store) == version) {
                authorities.computeIfAbsent(store, key -> new Authority(read)).exchange(read);
                return new Judged(scene, read);
            }
        }
    }

    private long version(StoreId store) {
        return storage.find(CharterVersion.TABLE, CharterVersion.key(store))
                .map(Versioned::revision)
                .orElse(0L);
    }

    private static Charter read(Scene scene, long version) {
        StoreId store = scene.store().id();
        List<RolePlan> plans = scene.rows().all(Query.of(Roster.TABLE, store)).stream()
                .map(roster -> RolePlan.of(roster.effectiveFrom(), roster.roles(), roster.confidentiality()))
                .toList();
        return Charter.of(
                version,
                scene.store().zone(),
                plans,
                scene.rows().all(Query.of(Assignment.TABLE, store)),
                scene.rows().all(Query.of(Deputyship.TABLE, store)));
    }

    /** Who acts where and when, and the rules of that moment. */
    record Judged(Scene scene, Charter charter) {
        Judged {
            requireNonNull(scene, "scene");
            requireNonNull(charter, "charter");
        }
    }
}
