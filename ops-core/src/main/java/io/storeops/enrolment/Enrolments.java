package io.storeops.enrolment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.act.Caller;
import io.storeops.act.Commits;
import io.storeops.act.Edit;
import io.storeops.act.Verdict;
import io.storeops.authority.Assignment;
import io.storeops.authority.CharterVersion;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Limit;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.catalog.SalesTarget;
import io.storeops.catalog.Store;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.Target;
import io.storeops.failure.StoreOpsException;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.position.Roster;
import io.storeops.position.Rosters;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts stores, their people and their rosters into force. This is the host's doing, not an operator's: whoever holds the
 * storage could write the rows anyway, so no right is asked for, but the audit trail tells of it under the right HOST.
 * Thread-safe.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class Enrolments {
    /** How often to begin again when another process enrols the same store. */
    private static final int TRIES = 5;

    private final Storage storage;
    private final Commits commits;
    private final Set<String> acts;

    /**
     * The enrolments of a storage.
     *
     * @param storage where everything is kept
     * @param commits the way into the storage, and the library's time
     * @param acts the names of everything that a limit can count
     */
    public Enrolments(Storage storage, Commits commits, Set<String> acts) {
        this.storage = requireNonNull(storage, "storage");
        this.commits = requireNonNull(commits, "commits");
        this.acts = ImmutableSortedSet.copyOf(acts);
    }

    /**
     * Enrols a store, or brings it up to date: what is new is added, what differs is replaced, nothing is removed. If
     * nothing differs, nothing is committed. A roster never changes the past: one that rules, or ruled, is replaced by
     * one with a later effective date.
     *
     * @param caller who, under which command id
     * @param enrolment what the host says of the store
     * @throws RosterInForceException if the roster would rule on dates that another one rules already
     * @throws IllegalArgumentException if a limit of the roster counts an act that does not exist, or somebody is a person here and
     *     a service there
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
        List<Edit<?>> edits = new ArrayList<>();
        write(edits, Store.TABLE, List.of(enrolment.store()));
        write(edits, Roster.TABLE, List.of(enrolment.roster()));
        write(edits, Assignment.TABLE, enrolment.assignments());
        write(edits, Deputyship.TABLE, enrolment.deputies());
        write(edits, Item.TABLE, enrolment.items());
        write(edits, CompetitorItem.TABLE, enrolment.competitors());
        write(edits, SalesTarget.TABLE, enrolment.targets());
        if (edits.isEmpty()) {
            return;
        }
        requireKinds(enrolment, store);
        Verdict.Done done = Verdict.done(edits.toArray(Edit<?>[]::new)).telling("rows", Json.of(edits.size()));
        long next = version.map(Versioned::revision).orElse(0L) + 1;
        commits.commit(
                caller,
                store,
                EnrolmentModule.ENROL,
                Target.STORE,
                new AuditRecord.Rules(enrolment.roster().version(), 0),
                enrolment.toString(),
                done.with(List.of(Edit.touch(CharterVersion.TABLE, version, new CharterVersion(store, next)))));
    }

    /** History is judged by the roster then in force (R2), so no roster comes between a past date and the one that judged it. */
    private void requireFuture(Roster roster, Store store) {
        StoreView rows = StoreView.of(storage, store.id());
        LocalDate today = commits.now().atZone(store.zone()).toLocalDate();
        Optional<Roster> ruling = Rosters.of(rows).findInForce(roster.effectiveFrom());
        boolean known = ruling.isPresent() && Roster.TABLE.write(ruling.get()).equals(Roster.TABLE.write(roster));
        boolean same = ruling.map(other -> other.effectiveFrom().equals(roster.effectiveFrom()))
                .orElse(false);
        LocalDate earliest = same ? today.plusDays(1) : today;
        if (ruling.isPresent() && !known && roster.effectiveFrom().isBefore(earliest)) {
            throw new RosterInForceException(store.id(), roster.effectiveFrom(), ruling.get(), earliest);
        }
    }

    /** What was enrolled before and stays has its say in who is a person and who a service (D82). */
    private void requireKinds(Enrolment enrolment, StoreId store) {
        StoreView rows = StoreView.of(storage, store);
        Map<Key, Assignment> posts = new LinkedHashMap<>();
        rows.all(Query.of(Assignment.TABLE, store)).forEach(post -> posts.put(post.key(), post));
        enrolment.assignments().forEach(post -> posts.put(post.key(), post));
        List<Deputyship> deputies = new ArrayList<>(rows.all(Query.of(Deputyship.TABLE, store)));
        deputies.addAll(enrolment.deputies());
        Kinds.check(posts.values(), deputies);
    }

    private <R> void write(List<Edit<?>> edits, Table<R> table, List<R> records) {
        for (R record : records) {
            Row row = table.write(record);
            Optional<Versioned<R>> known = storage.find(table, table.keyOf(row));
            if (known.isEmpty()) {
                edits.add(Edit.insert(table, record));
            } else if (!table.write(known.get().value()).equals(row)) {
                edits.add(Edit.replace(table, known.get(), record));
            }
        }
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
