package io.storeops.enrolment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.act.Caller;
import io.storeops.act.Commits;
import io.storeops.act.Edit;
import io.storeops.act.Verdict;
import io.storeops.authority.Assignment;
import io.storeops.authority.Bound;
import io.storeops.authority.CharterVersion;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Limit;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.catalog.SalesTarget;
import io.storeops.catalog.Sku;
import io.storeops.catalog.Skus;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
     * one that begins later.
     *
     * @param caller who, under which command id
     * @param enrolment what the host says of the store
     * @throws RosterInForceException if the roster would rule what another one rules already
     * @throws IllegalArgumentException if a limit of the roster counts an act that does not exist, somebody is a person here and
     *     a service there, or a SKU is one of an item that is not enrolled or has the id of another item
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
        StoreView rows = StoreView.of(storage, store);
        requireFuture(enrolment.roster(), rows, enrolment.store());
        List<Edit<?>> edits = new ArrayList<>();
        write(edits, Store.TABLE, List.of(enrolment.store()));
        write(edits, Roster.TABLE, List.of(enrolment.roster()));
        write(edits, Assignment.TABLE, enrolment.assignments());
        write(edits, Deputyship.TABLE, enrolment.deputies());
        write(edits, Item.TABLE, enrolment.items());
        write(edits, Sku.TABLE, enrolment.skus());
        write(edits, CompetitorItem.TABLE, enrolment.competitors());
        write(edits, SalesTarget.TABLE, enrolment.targets());
        if (edits.isEmpty()) {
            return;
        }
        requireKinds(enrolment, rows);
        requireSkus(enrolment, rows);
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

    /** History is judged by the roster then in force (R2), so no roster comes between what is past and the one that judged it. */
    private void requireFuture(Roster roster, StoreView rows, Store store) {
        Instant begins = roster.effectiveFrom().begins(store.zone());
        Optional<Roster> ruling = Rosters.of(rows, store.zone()).findInForce(begins);
        if (ruling.isEmpty() || Roster.TABLE.write(ruling.get()).equals(Roster.TABLE.write(roster))) {
            return;
        }
        Bound other = ruling.get().effectiveFrom();
        boolean same = other.begins(store.zone()).equals(begins);
        Bound earliest = earliest(roster.effectiveFrom(), same, store.zone());
        if (begins.isBefore(earliest.begins(store.zone()))) {
            throw new RosterInForceException(store.id(), roster.effectiveFrom(), ruling.get(), earliest);
        }
        if (same && !other.equals(roster.effectiveFrom())) {
            throw new IllegalArgumentException("The roster of store " + store.id() + " effective from "
                    + roster.effectiveFrom() + " begins when version "
                    + ruling.get().version() + ", effective from "
                    + other + ", does. Write " + other + " to replace that one");
        }
    }

    /** A date may be today, whose roster has not judged it to its end; but what has begun is never replaced. */
    private Bound earliest(Bound from, boolean replaces, ZoneId zone) {
        Instant now = commits.now();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (from instanceof Bound.AtInstant) {
            return Bound.at(replaces ? now.plus(1, ChronoUnit.MICROS) : now);
        }
        return Bound.on(replaces ? today.plusDays(1) : today);
    }

    /** What was enrolled before and stays has its say in who is a person and who a service (D82). */
    private static void requireKinds(Enrolment enrolment, StoreView rows) {
        Kinds.check(
                together(Assignment.TABLE, rows, enrolment.assignments()),
                together(Deputyship.TABLE, rows, enrolment.deputies()));
    }

    /** What was enrolled before and stays has its say in which items there are, and whose ids are taken (D88). */
    private static void requireSkus(Enrolment enrolment, StoreView rows) {
        Skus.of(together(Item.TABLE, rows, enrolment.items()), together(Sku.TABLE, rows, enrolment.skus()));
    }

    /** What is enrolled, replaced by what is to be. */
    private static <R> Collection<R> together(Table<R> table, StoreView rows, List<R> records) {
        Map<Key, R> all = new LinkedHashMap<>();
        Stream.concat(rows.all(Query.of(table, rows.store())).stream(), records.stream())
                .forEach(each -> all.put(table.keyOf(table.write(each)), each));
        return all.values();
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
         * @param from where the roster begins that was to be enrolled
         * @param ruling the roster that rules then
         * @param earliest the first date, or instant, from which a changed roster can rule
         */
        public RosterInForceException(StoreId store, Bound from, Roster ruling, Bound earliest) {
            super("The roster of store " + store + " effective from " + from + " would change what is ruled by version "
                    + ruling.version() + ", effective from " + ruling.effectiveFrom()
                    + ". Let the changed roster begin at " + earliest + " or later");
        }
    }
}
