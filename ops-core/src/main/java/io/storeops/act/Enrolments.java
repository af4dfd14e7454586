package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Assignment;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.catalog.SalesTarget;
import io.storeops.catalog.Store;
import io.storeops.evidence.AuditEntry;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.position.Enrolment;
import io.storeops.position.Roster;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Key;
import io.storeops.storage.Row;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts stores, their people and their rosters into force. This is the host's doing, not an operator's: whoever holds the
 * storage could write the rows anyway, so no right is asked for, but the audit trail tells of it under the right HOST.
 * Thread-safe.
 */
public final class Enrolments {
    /** How often to begin again when another process enrols the same store. */
    private static final int TRIES = 5;

    private final Storage storage;
    private final Clock clock;

    /**
     * The enrolments of a storage.
     *
     * @param storage where everything is kept
     * @param clock the library's time
     */
    public Enrolments(Storage storage, Clock clock) {
        this.storage = requireNonNull(storage, "storage");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Enrols a store, or brings it up to date: what is new is added, what differs is replaced, nothing is removed. If
     * nothing differs, nothing is committed.
     *
     * @param caller who, under which command id
     * @param enrolment what the host says of the store
     */
    public void enrol(Caller caller, Enrolment enrolment) {
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(caller, enrolment);
                return;
            } catch (StaleWriteException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void attempt(Caller caller, Enrolment enrolment) {
        StoreId store = enrolment.store().id();
        Changes changes = Changes.of(store, CommitId.of(caller.command().value()));
        int written = write(changes, Store.TABLE, List.of(enrolment.store()))
                + write(changes, Roster.TABLE, List.of(enrolment.roster()))
                + write(changes, Item.TABLE, enrolment.items())
                + write(changes, CompetitorItem.TABLE, enrolment.competitors())
                + write(changes, Assignment.TABLE, enrolment.assignments())
                + write(changes, SalesTarget.TABLE, enrolment.targets());
        if (written > 0) {
            AuditEntry.Deed deed = deed(caller, enrolment, written);
            storage.commit(changes.link(AuditEntry.TABLE, last -> AuditEntry.after(store, last, deed)));
        }
    }

    private <R> int write(Changes changes, Table<R> table, List<R> records) {
        int written = 0;
        for (R record : records) {
            Row row = table.write(record);
            Key key = table.keyOf(row);
            Optional<Versioned<R>> known = storage.find(table, key);
            if (known.isEmpty()) {
                changes.insert(table, record);
                written++;
            } else if (!table.write(known.get().value()).equals(row)) {
                changes.replace(table, record, known.get().revision());
                written++;
            }
        }
        return written;
    }

    private AuditEntry.Deed deed(Caller caller, Enrolment enrolment, int written) {
        return new AuditEntry.Deed(
                caller.command(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.actor(),
                "ENROL",
                enrolment.store().id().value(),
                AuditEntry.Outcome.DONE,
                "HOST",
                enrolment.roster().version(),
                Sha256.of(enrolment.toString()).hex(),
                Json.object(Map.of("rows", Json.of(written))));
    }
}
