package io.storeops.enrolment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.act.Caller;
import io.storeops.authority.Assignment;
import io.storeops.authority.CharterVersion;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Limit;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.catalog.SalesTarget;
import io.storeops.catalog.Store;
import io.storeops.evidence.AuditEntry;
import io.storeops.failure.StoreOpsException;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.position.Roster;
import io.storeops.position.Rosters;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Key;
import io.storeops.storage.Row;
import io.storeops.storage.RowJson;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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
    private final Set<String> acts;
    private final Supplier<String> salts;

    /**
     * The enrolments of a storage.
     *
     * @param storage where everything is kept
     * @param clock the library's time
     * @param acts the names of everything that a limit can count
     * @param salts gives a new text that nobody can guess at each call; thread-safe
     */
    public Enrolments(Storage storage, Clock clock, Set<String> acts, Supplier<String> salts) {
        this.storage = requireNonNull(storage, "storage");
        this.clock = requireNonNull(clock, "clock");
        this.acts = ImmutableSortedSet.copyOf(acts);
        this.salts = requireNonNull(salts, "salts");
    }

    /**
     * Enrols a store, or brings it up to date: what is new is added, what differs is replaced, nothing is removed. If
     * nothing differs, nothing is committed. A roster never changes the past: one that rules, or ruled, is replaced by
     * one with a later effective date.
     *
     * @param caller who, under which command id
     * @param enrolment what the host says of the store
     * @throws RosterInForceException if the roster would rule on dates that another one rules already
     * @throws IllegalArgumentException if a limit of the roster counts an act that does not exist
     */
    public void enrol(Caller caller, Enrolment enrolment) {
        for (Limit limit : enrolment.roster().limits()) {
            if (!acts.contains(limit.act())) {
                throw new IllegalArgumentException("The limit '" + limit.name() + "' counts " + limit.act()
                        + ", which is not an act. There are " + acts);
            }
        }
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
        Optional<Versioned<CharterVersion>> version = storage.find(CharterVersion.TABLE, CharterVersion.key(store));
        requireFuture(enrolment.roster(), enrolment.store());
        Changes changes = Changes.of(store, CommitId.of(caller.command().value()));
        Told told = new Told(new ArrayList<>(), new ArrayList<>());
        int rules = write(told, changes, Store.TABLE, List.of(enrolment.store()))
                + write(told, changes, Roster.TABLE, List.of(enrolment.roster()))
                + write(told, changes, Assignment.TABLE, enrolment.assignments())
                + write(told, changes, Deputyship.TABLE, enrolment.deputies());
        int written = rules
                + write(told, changes, Item.TABLE, enrolment.items())
                + write(told, changes, CompetitorItem.TABLE, enrolment.competitors())
                + write(told, changes, SalesTarget.TABLE, enrolment.targets());
        if (rules > 0) {
            raise(changes, store, version);
        }
        if (written > 0) {
            AuditEntry.Deed deed = deed(caller, enrolment, written);
            AuditEntry.Contents contents =
                    new AuditEntry.Contents(salts.get(), Json.array(told.before()), Json.array(told.after()));
            storage.commit(
                    changes.link(AuditEntry.TABLE, last -> AuditEntry.after(store, last, deed, Optional.of(contents))));
        }
    }

    private static void raise(Changes changes, StoreId store, Optional<Versioned<CharterVersion>> version) {
        if (version.isPresent()) {
            long revision = version.get().revision();
            changes.replace(CharterVersion.TABLE, new CharterVersion(store, revision + 1), revision);
        } else {
            changes.insert(CharterVersion.TABLE, new CharterVersion(store, 1));
        }
    }

    /** History is judged by the roster then in force (R2), so no roster comes between a past date and the one that judged it. */
    private void requireFuture(Roster roster, Store store) {
        StoreView rows = StoreView.of(storage, store.id());
        LocalDate today = now().atZone(store.zone()).toLocalDate();
        Optional<Roster> ruling = Rosters.of(rows).findInForce(roster.effectiveFrom());
        boolean known = ruling.isPresent() && Roster.TABLE.write(ruling.get()).equals(Roster.TABLE.write(roster));
        boolean same = ruling.map(other -> other.effectiveFrom().equals(roster.effectiveFrom()))
                .orElse(false);
        LocalDate earliest = same ? today.plusDays(1) : today;
        if (ruling.isPresent() && !known && roster.effectiveFrom().isBefore(earliest)) {
            throw new RosterInForceException(store.id(), roster.effectiveFrom(), ruling.get(), earliest);
        }
    }

    /** What the audit trail tells: the rows as they were and as they are. */
    private record Told(List<Json> before, List<Json> after) {
        private static <R> Json row(Table<R> table, R subject) {
            return Json.object(Map.of("table", Json.of(table.name()), "row", RowJson.write(table, subject)));
        }
    }

    private <R> int write(Told told, Changes changes, Table<R> table, List<R> records) {
        int written = 0;
        for (R record : records) {
            Row row = table.write(record);
            Key key = table.keyOf(row);
            Optional<Versioned<R>> known = storage.find(table, key);
            if (known.isEmpty()) {
                changes.insert(table, record);
                told.after().add(Told.row(table, record));
                written++;
            } else if (!table.write(known.get().value()).equals(row)) {
                changes.replace(table, record, known.get().revision());
                told.before().add(Told.row(table, known.get().value()));
                told.after().add(Told.row(table, record));
                written++;
            }
        }
        return written;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private AuditEntry.Deed deed(Caller caller, Enrolment enrolment, int written) {
        return new AuditEntry.Deed(
                caller.command(),
                now(),
                caller.actor(),
                Optional.empty(),
                "ENROL",
                enrolment.store().id().value(),
                AuditEntry.Outcome.DONE,
                "HOST",
                new AuditEntry.Rules(enrolment.roster().version(), 0),
                Sha256.of(enrolment.toString()).hex(),
                Json.object(Map.of("rows", Json.of(written))));
    }

    /** A roster would change rules that already judge a date (R2). Nothing changed. */
    public static final class RosterInForceException extends StoreOpsException {
        private static final long serialVersionUID = 1L;

        /**
         * Creates the exception.
         *
         * @param store the store
         * @param from the effective date of the roster that was to be enrolled
         * @param ruling the roster that rules on that date
         * @param earliest the first date on which a changed roster can take effect
         */
        public RosterInForceException(StoreId store, LocalDate from, Roster ruling, LocalDate earliest) {
            super("The roster of store " + store + " effective from " + from + " would change what is ruled by version "
                    + ruling.version() + ", effective from " + ruling.effectiveFrom()
                    + ". Give the changed roster an effective date of " + earliest + " or later");
        }
    }
}
