package io.storeops.agenda;

import io.storeops.act.Context;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a duty knows of its occurrences. Implemented by a duty that keeps records of its own, so that what is done follows
 * from the records and nobody ticks it off. Thread-safe; called within acts and looks, with rows of one store.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public interface DutyProgress {
    /**
     * Whether the duty's own records tell how far an occurrence is.
     *
     * @param occurrence the occurrence
     * @return true if nobody can complete it by hand
     */
    boolean tells(Occurrence occurrence);

    /**
     * How far occurrences are.
     *
     * @param context the store, its rows and the instant
     * @param occurrences some that {@link #tells} is true of
     * @return the progress of those that are begun, done or given up; the others are absent
     */
    Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences);

    /**
     * What an occurrence that the roster expects comes down to: itself, or one for each person who owes it.
     *
     * @param context the store, its rows and the instant
     * @param expected one that {@link #tells} is true of
     * @return the occurrences, which {@link #tells} is true of too; none if nobody owes it
     */
    default List<Occurrence> owed(Context context, Occurrence expected) {
        return List.of(expected);
    }

    /**
     * Occurrences that somebody triggered, beside those that the roster expects (A7): tasks, for instance.
     *
     * @param context the store, its rows and the instant
     * @param date the date in the store's zone
     * @return those that are due on the date, or open on it
     */
    default List<Occurrence> triggered(Context context, LocalDate date) {
        return List.of();
    }

    /**
     * What is to be kept in mind on a date beside its occurrences.
     *
     * @param context the store, its rows and the instant
     * @param date the date in the store's zone
     * @return the notes, in the order in which they are shown
     */
    default List<AgendaNote> notes(Context context, LocalDate date) {
        return List.of();
    }

    /**
     * An occurrence that somebody triggered.
     *
     * @param context the store, its rows and the instant
     * @param id its name
     * @return the occurrence, whatever has become of it; empty if nobody triggered such a one
     */
    default Optional<Occurrence> find(Context context, OccurrenceId id) {
        return Optional.empty();
    }

    /**
     * Whether an occurrence is of a duty that this module carries out, even if somebody has to complete it by hand. Nothing is
     * reported overdue of a duty that no module carries out.
     *
     * @param occurrence the occurrence
     * @return true of all that {@link #tells} is true of
     */
    default boolean carriesOut(Occurrence occurrence) {
        return tells(occurrence);
    }
}
