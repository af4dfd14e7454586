package io.storeops.agenda;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.evidence.Target;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is expected of a store and how far it is: the roster's occurrences, those that somebody triggered, the duties' own
 * records and what was completed by hand, put together. Immutable.
 */
public final class AgendaBuilder {
    private final List<DutyProgress> duties;

    /**
     * What is expected.
     *
     * @param duties those that keep records of their own
     */
    public AgendaBuilder(List<? extends DutyProgress> duties) {
        this.duties = ImmutableList.copyOf(duties);
    }

    /**
     * What evidence of an occurrence is about.
     *
     * @param occurrence the occurrence
     * @return the target to attach it to
     */
    public static Target target(OccurrenceId occurrence) {
        return Target.of("occurrence", occurrence.toString());
    }

    /** The agenda of a date as of the context's instant. */
    Agenda agenda(Context context, LocalDate date) {
        return context.once(Agenda.class, date, () -> build(context, date));
    }

    private Agenda build(Context context, LocalDate date) {
        List<Occurrence> expected = occurrences(context, date);
        List<Occurrence> triggered = duties.stream()
                .flatMap(duty -> duty.triggered(context, date).stream())
                .toList();
        List<Occurrence> all = new ArrayList<>(expected);
        all.addAll(triggered);
        Map<OccurrenceId, Progress> progress = progress(context, all);
        Instant start = date.atStartOfDay(context.store().zone()).toInstant();
        // What was triggered stays on the agenda until the date on which it ended.
        triggered.stream()
                .filter(occurrence -> Optional.ofNullable(progress.get(occurrence.id()))
                        .map(ended -> ended.at().isBefore(start))
                        .orElse(false))
                .forEach(all::remove);
        return agenda(context, date, all, progress)
                .noting(duties.stream()
                        .flatMap(duty -> duty.notes(context, date).stream())
                        .toList());
    }

    private static Agenda agenda(
            Context context, LocalDate date, List<Occurrence> occurrences, Map<OccurrenceId, Progress> progress) {
        return Agenda.of(
                context.store().id(),
                date,
                context.now(),
                occurrences,
                occurrence -> Optional.ofNullable(progress.get(occurrence.id())));
    }

    private List<Occurrence> occurrences(Context context, LocalDate date) {
        return Agenda.occurrences(context.store().id(), context.store().zone(), date, context.rosters()::findPlanOf)
                .stream()
                .flatMap(expected ->
                        teller(expected)
                                .map(duty -> duty.owed(context, expected))
                                .orElseGet(() -> List.of(expected))
                                .stream())
                .toList();
    }

    private Map<OccurrenceId, Progress> progress(Context context, List<Occurrence> occurrences) {
        Map<OccurrenceId, Progress> found = new HashMap<>();
        Map<DutyProgress, List<Occurrence>> told = new LinkedHashMap<>();
        SortedMap<String, SortedSet<String>> byHand = new TreeMap<>();
        for (Occurrence occurrence : occurrences) {
            teller(occurrence)
                    .ifPresentOrElse(
                            duty -> told.computeIfAbsent(duty, key -> new ArrayList<>())
                                    .add(occurrence),
                            () -> byHand.computeIfAbsent(occurrence.duty(), key -> new TreeSet<>())
                                    .add(occurrence.id().toString()));
        }
        told.forEach((duty, those) -> found.putAll(duty.progress(context, those)));
        byHand.values().forEach(ids -> addCompletions(context, ids, found));
        return found;
    }

    /** Reads the completions of one duty at once: those between its first and its last occurrence asked for. */
    private static void addCompletions(Context context, SortedSet<String> ids, Map<OccurrenceId, Progress> found) {
        Query<Completion> between = Query.of(Completion.TABLE, context.store().id())
                .from(ids.first())
                .to(ids.last() + "!");
        for (Completion completion : context.rows().all(between)) {
            if (ids.contains(completion.occurrence().toString())) {
                found.put(
                        completion.occurrence(),
                        new Progress.Done(completion.done().at()));
            }
        }
    }

    /** The duty whose own records tell how far an occurrence is, if there is one. */
    Optional<DutyProgress> teller(Occurrence occurrence) {
        return duties.stream().filter(duty -> duty.tells(occurrence)).findFirst();
    }

    /** Whether a module carries out the duty of an occurrence, so that it is reported when it becomes overdue. Whoever tells of it knows. */
    boolean carriedOut(Occurrence occurrence) {
        return teller(occurrence)
                .map(duty -> duty.carriesOut(occurrence))
                .orElseGet(() -> duties.stream().anyMatch(duty -> duty.carriesOut(occurrence)));
    }

    /** An occurrence as of the context's instant. */
    Optional<AgendaItem> find(Context context, OccurrenceId id) {
        return occurrence(context, id).flatMap(occurrence -> {
            List<Occurrence> one = List.of(occurrence);
            return agenda(context, occurrence.date(), one, progress(context, one))
                    .find(id);
        });
    }

    private Optional<Occurrence> occurrence(Context context, OccurrenceId id) {
        for (DutyProgress duty : duties) {
            Optional<Occurrence> triggered = duty.find(context, id);
            if (triggered.isPresent()) {
                return triggered;
            }
        }
        return dates(context, id).stream()
                .flatMap(date -> occurrences(context, date).stream())
                .filter(occurrence -> occurrence.id().equals(id))
                .findFirst();
    }

    /** The dates on whose agenda an occurrence can stand: that of a slot's day, or the next, or that of a date or a week. */
    private static List<LocalDate> dates(Context context, OccurrenceId id) {
        return Stream.of(
                        id.slot().map(slot -> List.of(slot.date(), context.dayAfter(slot.date()))),
                        id.date().map(List::of),
                        id.week().map(week -> List.of(week.sunday())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
    }
}
