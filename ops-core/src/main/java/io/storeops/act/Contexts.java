package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Store;
import io.storeops.failure.NotEnrolledException;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.position.Roster;
import io.storeops.position.Rosters;
import io.storeops.storage.Storage;
import io.storeops.storage.StoreView;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads what every decision needs: the store, its charter, and the roster in force. */
final class Contexts {
    private static final Logger LOG = LoggerFactory.getLogger(Contexts.class);

    private final Storage storage;
    private final Clock clock;
    private final Function<StoreId, Stated> stated;
    private final Charters charters = new Charters();

    Contexts(Storage storage, Clock clock, Function<StoreId, Stated> stated) {
        this.storage = requireNonNull(storage, "storage");
        this.clock = requireNonNull(clock, "clock");
        this.stated = requireNonNull(stated, "stated");
    }

    /**
     * The context of now. The version of the rules is read before everything else: what is read after it is as old as the version
     * or newer, and if it is newer, a commit that relies on the version fails.
     */
    Context at(StoreId id, ActorId actor) {
        StoreView fresh = StoreView.of(storage, id);
        while (true) {
            Optional<Charters.Rules> rules = charters.find(fresh, Charters.version(fresh), () -> unknown(id));
            if (rules.isPresent()) {
                return at(rules.get(), actor, StoreView.remembering(storage, id));
            }
        }
    }

    private Context at(Charters.Rules rules, ActorId actor, StoreView rows) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Store store = rules.store();
        Rosters rosters = rules.rosters();
        Roster roster = rosters.findInForce(now)
                .orElseThrow(() -> new NotEnrolledException(
                        store.id(),
                        "no roster is in force at " + now.atZone(store.zone()).toOffsetDateTime()));
        return new Context(
                store,
                rosters,
                roster,
                rules.charter(),
                rules.catalogue(),
                actor,
                Optional.empty(),
                now,
                rows,
                new HashMap<>(),
                stated.apply(store.id()));
    }

    /** Whoever asks may be a stranger, who is not told which stores there are; the host's log is. */
    private NotEnrolledException unknown(StoreId id) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "Store {} is not enrolled; the storage has the stores {}",
                    id,
                    storage.stores(Optional.empty()).items());
        }
        return new NotEnrolledException(id, "the storage has no such store");
    }
}
