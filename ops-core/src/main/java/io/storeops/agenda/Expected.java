package io.storeops.agenda;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Scene;
import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.Target;
import io.storeops.id.StoreId;
import io.storeops.position.Agenda;
import io.storeops.position.AgendaItem;
import io.storeops.position.Occurrence;
import io.storeops.position.OccurrenceId;
import io.storeops.position.Progress;
import io.storeops.position.Rosters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<Occurrence> occurrences = occurrences(scene, date);
        return agenda(scene, date, occurrences);
    }

    private Agenda agenda(Scene scene, LocalDate date, List<Occurrence> occurrences) {
        Map<OccurrenceId, Progress> progress = progress(scene, occurrences);
        return Agenda.of(
                scene.store().id(),
                date,
                scene.now(),
                occurrences,
                occurrence -> Optional.ofNullable(progress.get(occurrence.id())));
    }

    private List<Occurrence> occurrences(Scene scene, LocalDate date) {
        Map<OccurrenceId, Occurrence> found = new LinkedHashMap<>();
        StoreId store = scene.store().id();
        Agenda.occurrences(store, scene.store().zone(), date, day -> Rosters.findInForce(scene.rows(), day))
                .forEach(occurrence -> found.put(occurrence.id(), occurrence));
        for (DutyProgress duty : duties) {
            duty.triggered(scene, date).forEach(occurrence -> found.put(occurrence.id(), occurrence));
        }
        return List.copyOf(found.values());
    }

    private Map<OccurrenceId, Progress> progress(Scene scene, List<Occurrence> occurrences) {
        Map<OccurrenceId, Progress> found = new HashMap<>();
        Map<DutyProgress, List<Occurrence>> told = new LinkedHashMap<>();
        for (Occurrence occurrence : occurrences) {
            Optional<DutyProgress> teller = teller(occurrence);
            if (teller.isPresent()) {
                told.computeIfAbsent(teller.get(), duty -> new ArrayList<>()).add(occurrence);
            } else {
                completion(scene, occurrence.id())
                        .ifPresent(done -> found.put(occurrence.id(), new Progress.Done(done.doneAt())));
            }
        }
        told.forEach((duty, those) -> found.putAll(duty.progress(scene, those)));
        return found;
    }

    private static Optional<Completion> completion(Scene scene, OccurrenceId occurrence) {
        return scene.rows()
                .find(Completion.TABLE, Completion.key(scene.store().id(), occurrence))
                .map(row -> row.value());
    }

    /** The duty whose own records tell how far an occurrence is, if there is one. */
    Optional<DutyProgress> teller(Occurrence occurrence) {
        return duties.stream().filter(duty -> duty.tells(occurrence)).findFirst();
    }

    /** An occurrence as of the scene's instant. */
    Optional<AgendaItem> find(Scene scene, OccurrenceId id) {
        return occurrence(scene, id)
                .flatMap(occurrence ->
                        agenda(scene, occurrence.date(), List.of(occurrence)).find(id));
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
