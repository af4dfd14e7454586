package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.storeops.agenda.AgendaItem.State;
import io.storeops.id.StoreId;
import io.storeops.position.Roster;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is to be done in a store on a date, and how far it has come at an instant (R5, R6). Pure: whoever drives it asks for
 * {@link #nextWakeUp} and looks again then; whoever was asleep looks once and finds everything that has become overdue since.
 * Immutable.
 *
 * @param store the store
 * @param date the date in the store's zone
 * @param at the instant
 * @param items what is to be done, copied
 * @param notes what is to be kept in mind beside it, as the lines of the day's plan (D46), copied
 */
public record Agenda(StoreId store, LocalDate date, Instant at, List<AgendaItem> items, List<AgendaNote> notes) {
    /** Copies the items and the notes. */
    public Agenda {
        requireNonNull(store, "store");
        requireNonNull(date, "date");
        requireNonNull(at, "at");
        items = ImmutableList.copyOf(items);
        notes = ImmutableList.copyOf(notes);
    }

    /**
     * Everything that the rosters expect on a date: of each boundary its collection and its release, the collection that closes
     * the day before, the day's inspection and sweep, the report of the date's week, and a report that is due on the date.
     * What is triggered (不定期) has no expected count (A7). The roster that plans an occurrence's own date judges it (R2); what
     * opens before that roster begins is not expected (D81). A local time that the clocks skip falls on the instant of the skip, one
     * that they show twice is the first of the two.
     *
     * @param store the store
     * @param zone its zone
     * @param date the date in that zone
     * @param planOf the roster that says what a date expects; asked for the date, the day before, and the Sundays of the date's
     *     week and of the one before
     * @return the occurrences in the order in which they are due, then of their ids
     */
    public static List<Occurrence> occurrences(
            StoreId store, ZoneId zone, LocalDate date, Function<LocalDate, Optional<Roster>> planOf) {
        return new ExpectedOccurrences(store, zone, planOf).on(date);
    }

    /**
     * The agenda of occurrences at an instant.
     *
     * @param store the store
     * @param date the date in the store's zone
     * @param at the instant
     * @param occurrences what is to be done
     * @param progressOf how an occurrence ended, empty while it has not
     * @return the agenda
     */
    public static Agenda of(
            StoreId store,
            LocalDate date,
            Instant at,
            List<Occurrence> occurrences,
            Function<Occurrence, Optional<Progress>> progressOf) {
        return new Agenda(
                store,
                date,
                at,
                occurrences.stream()
                        .map(occurrence -> new AgendaItem(occurrence, progressOf.apply(occurrence)))
                        .toList(),
                List.of());
    }

    /** The same agenda with notes. */
    Agenda noting(List<AgendaNote> more) {
        return new Agenda(store, date, at, items, more);
    }

    /**
     * The items in a state.
     *
     * @param state the state
     * @return the items, in order
     */
    public List<AgendaItem> in(State state) {
        return items.stream().filter(item -> item.stateAt(at) == state).toList();
    }

    /**
     * What can be done now and is on time.
     *
     * @return the items in state DUE, in order
     */
    public List<AgendaItem> due() {
        return in(State.DUE);
    }

    /**
     * What is not done though its due instant has come, and is not yet missed.
     *
     * @return the items in state OVERDUE, in order
     */
    public List<AgendaItem> overdue() {
        return in(State.OVERDUE);
    }

    /**
     * The item of an occurrence.
     *
     * @param id the occurrence
     * @return the item, empty if the agenda has none
     */
    public Optional<AgendaItem> find(OccurrenceId id) {
        return items.stream().filter(item -> item.occurrence().id().equals(id)).findFirst();
    }

    /**
     * How many items each duty has.
     *
     * @return the counts by the duty's id; a duty without items is absent
     */
    public SortedMap<String, Integer> counts() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        items.forEach(item -> counts.merge(item.occurrence().duty(), 1, Integer::sum));
        return ImmutableSortedMap.copyOf(counts);
    }

    /**
     * When to look again.
     *
     * @return the first instant after this agenda's at which the state of an item changes by time alone; empty if none will
     */
    public Optional<Instant> nextWakeUp() {
        return items.stream().flatMap(item -> item.nextChangeAfter(at).stream()).min(Instant::compareTo);
    }
}
