package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Charter;
import io.storeops.authority.DataClass;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.calendar.BusinessDay;
import io.storeops.catalog.Catalogue;
import io.storeops.catalog.Store;
import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.position.Roster;
import io.storeops.position.Rosters;
import io.storeops.storage.StoreView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What every decision knows: who acts, where, when, under which roster, and the store's rows to look at. The rows are as
 * they were when they were first looked at; used by one thread.
 *
 * @param store the store
 * @param rosters the rosters of the store, at the version that the commit relies on
 * @param roster the roster in force at the instant
 * @param charter who may do what in the store, at the version that the commit relies on
 * @param catalogue what the store sells and whom it watches, at the version that the commit relies on
 * @param actor who acts
 * @param onBehalfOf for whom the actor stands in; empty if it is in their own name, or not yet asked whether they may
 * @param now when, by the clock of the library, in whole microseconds
 * @param rows the rows of the store, each read once
 * @param derived what was derived of them so far
 * @param stated what the store's marketplace states of itself
 */
public record Context(
        Store store,
        Rosters rosters,
        Roster roster,
        Charter charter,
        Catalogue catalogue,
        ActorId actor,
        Optional<ActorId> onBehalfOf,
        Instant now,
        StoreView rows,
        Map<List<Object>, Object> derived,
        Stated stated) {
    /** Checks for null. */
    public Context {
        requireNonNull(store, "store");
        requireNonNull(rosters, "rosters");
        requireNonNull(roster, "roster");
        requireNonNull(charter, "charter");
        requireNonNull(catalogue, "catalogue");
        requireNonNull(actor, "actor");
        requireNonNull(onBehalfOf, "onBehalfOf");
        requireNonNull(now, "now");
        requireNonNull(rows, "rows");
        requireNonNull(derived, "derived");
        requireNonNull(stated, "stated");
    }

    /**
     * Derives something once a context, however many parts of a decision ask for it.
     *
     * @param <T> what is derived
     * @param type its type
     * @param about what it is derived of, as in a date; with the type, the name under which it is kept
     * @param derive derives it
     * @return the same at every call
     */
    public <T> T once(Class<T> type, Object about, Supplier<T> derive) {
        List<Object> name = List.of(type, about);
        Object known = derived.get(name);
        if (known == null) {
            known = derive.get();
            derived.put(name, known);
        }
        return type.cast(known);
    }

    /**
     * Whether something was derived already, for whoever can read at once what was not.
     *
     * @param type its type
     * @param about what it is derived of
     * @return true if {@link #once} gives it without deriving it
     */
    public boolean knows(Class<?> type, Object about) {
        return derived.containsKey(List.of(type, about));
    }

    /**
     * The date of the instant.
     *
     * @return the date in the store's zone
     */
    public LocalDate today() {
        return now.atZone(store.zone()).toLocalDate();
    }

    /**
     * The day after a date, whose morning closes it (R22).
     *
     * @param date the date in the store's zone
     * @return the next date that has an instant (D80)
     */
    public LocalDate dayAfter(LocalDate date) {
        return BusinessDay.dateAfter(date, store.zone());
    }

    /**
     * The day before a date, which is closed in its morning (R22).
     *
     * @param date the date in the store's zone
     * @return the last date before it that has an instant (D80)
     */
    public LocalDate dayBefore(LocalDate date) {
        return BusinessDay.dateBefore(date, store.zone());
    }

    /**
     * Whether something is expected of a date: the store had a roster, and the date has an instant (D80).
     *
     * @param date the date in the store's zone
     * @return false before the first roster
     */
    public boolean expects(LocalDate date) {
        return rosters.findPlanOf(date).isPresent() && !BusinessDay.skipped(date, store.zone());
    }

    /**
     * The roster that judges a date (R2).
     *
     * @param date the date in the store's zone
     * @return the roster that plans it; before the first roster of all, the one in force now
     */
    public Roster rosterOn(LocalDate date) {
        return rosters.findPlanOf(date).orElse(roster);
    }

    /**
     * Who acts, when, under which rules: what every record carries (R1).
     *
     * @return the stamp of a record that is written now
     */
    public Stamp stamp() {
        return new Stamp(actor, now, roster.version());
    }

    /** The same once it is known by which right, and so in whose name, the actor acts. */
    Context under(Decision.Allowed allowed) {
        return new Context(
                store, rosters, roster, charter, catalogue, actor, allowed.onBehalfOf(), now, rows, derived, stated);
    }

    /** Asks for one of the rights, then for the right to see each class of data that comes back (R13). */
    Decision ask(EntryPoint entry, List<Right> anyOf, Set<ActorId> submitters) {
        if (!entry.anyOf().containsAll(anyOf)) {
            throw new IllegalStateException(
                    entry.name() + " is declared with the rights " + entry.anyOf() + " and cannot ask for " + anyOf);
        }
        Decision decision = charter.decide(actor, now, anyOf, submitters);
        for (DataClass data : entry.shows()) {
            if (decision instanceof Decision.Allowed) {
                Decision seeing = charter.decide(actor, now, data.read());
                decision = seeing instanceof Decision.Allowed ? decision : seeing;
            }
        }
        return decision;
    }
}
