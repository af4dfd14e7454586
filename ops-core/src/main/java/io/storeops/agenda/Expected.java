package io.storeops.agenda;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Scene;
import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.Target;
import io.storeops.position.Agenda;
import io.storeops.position.AgendaItem;
import io.storeops.position.Occurrence;
import io.storeops.position.OccurrenceId;
import io.storeops.position.Progress;
import io.storeops.storage.Query;
import java.time.DateTimeException;
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

/**
 * What is expected of a store and how far it is: the roster's occurrences, those that somebody triggered, the duties' own
 * records and what was completed by hand, put together. Immutable.
 */
public final class Expected {
    private final List<DutyProgress> duties;

    /**
     * What is expected.
     *
     * @param duties those that keep records of their own
     */
    public Expected(List<? extends DutyProgress> duties) {
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

    /** The agenda of a date as of the scene's instant. */
    Agenda agenda(Scene scene, LocalDate date) {
        List<Occurrence> expected = occurrences(scene, date);
        List<Occurrence> triggered = duties.stream()
                .flatMap(duty -> duty.triggered(scene, date).stream())
                .toList();
        List<Occurrence> all = new ArrayList<>(expected);
        all.addAll(triggered);
        Map<OccurrenceId, Progress> progress = progress(scene, all);
        Instant start = date.atStartOfDay(scene.store().zone()).toInstant();
        // What was triggered stays on the agenda until the date on which it ended.
        triggered.stream()
                .filter(occurrence -> Optional.ofNullable(progress.get(occurrence.id()))
                        .map(ended -> ended.at().isBefore(start))
                        .orElse(false))
                .forEach(all::remove);
        return agenda(scene, date, all, progress);
    }

    private static Agenda agenda(
            Scene scene, LocalDate date, List<Occurrence> occurrences, Map<OccurrenceId, Progress> progress) {
        return Agenda.of(
                scene.store().id(),
                date,
                scene.now(),
                occurrences,
                occurrence -> Optional.ofNullable(progress.get(occurrence.id())));
    }

    private static List<Occurrence> occurrences(Scene scene, LocalDate date) {
        return Agenda.occurrences(scene.store().id(), scene.store().zone(), date, scene.rosters()::findInForce);
    }

    private Map<OccurrenceId, Progress> progress(Scene scene, List<Occurrence> occurrences) {
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
        told.forEach((duty, those) -> found.putAll(duty.progress(scene, those)));
        byHand.values().forEach(ids -> addCompletions(scene, ids, found));
        return found;
    }

    /** Reads the completions of one duty at once: those between its first and its last occurrence asked for. */
    private static void addCompletions(Scene scene, SortedSet<String> ids, Map<OccurrenceId, Progress> found) {
        Query<Completion> between =
                Query.of(Completion.TABLE, scene.store().id()).from(ids.first()).to(ids.last() + "!");
        for (Completion completion : scene.rows().all(between)) {
            if (ids.contains(completion.occurrence().toString())) {
                found.put(completion.occurrence(), new Progress.Done(completion.doneAt()));
            }
        }
    }

    /** The duty whose own records tell how far an occurrence is, if there is one. */
    Optional<DutyProgress> teller(Occurrence occurrence) {
        return duties.stream().filter(duty -> duty.tells(occurrence)).findFirst();
    }

    /** An occurrence as of the scene's instant. */
    Optional<AgendaItem> find(Scene scene, OccurrenceId id) {
        return occurrence(scene, id).flatMap(occurrence -> {
            List<Occurrence> one = List.of(occurrence);
            return agenda(scene, occurrence.date(), one, progress(scene, one)).find(id);
        });
    }

    private Optional<Occurrence> occurrence(Scene scene, OccurrenceId id) {
        for (DutyProgress duty : duties) {
            Optional<Occurrence> triggered = duty.find(scene, id);
            if (triggered.isPresent()) {
                return triggered;
            }
        }
        return dates(id.about()).stream()
                .flatMap(date -> occurrences(scene, date).stream())
                .filter(occurrence -> occurrence.id().equals(id))
                .findFirst();
    }

    /** The dates on whose agenda an occurrence can stand: that of a slot's day, or the next, or that of a date or a week. */
    private static List<LocalDate> dates(String about) {
        try {
            if (about.contains("#")) {
                LocalDate date = SlotId.parse(about).date();
                return List.of(date, date.plusDays(1));
            }
            return List.of(about.contains("W") ? IsoWeek.parse(about).sunday() : LocalDate.parse(about));
        } catch (IllegalArgumentException | DateTimeException e) {
            // The name of a thing, which no duty knows.
            return List.of();
        }
    }
}
