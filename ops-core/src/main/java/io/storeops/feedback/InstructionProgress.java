package io.storeops.feedback;

import io.storeops.act.Scene;
import io.storeops.agenda.DutyProgress;
import io.storeops.position.Cadence;
import io.storeops.position.Duty;
import io.storeops.position.Occurrence;
import io.storeops.position.OccurrenceId;
import io.storeops.position.Progress;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what was instructed on the agenda: an occurrence of the roster's duty that is due task by task, done by hand on the
 * evidence that the duty asks for. A roster without such a duty expects nothing.
 */
public final class InstructionProgress implements DutyProgress {
    /** The progress of duty 5, which reads all it tells from the rows of the scene. */
    public InstructionProgress() {}

    @Override
    public boolean tells(Occurrence occurrence) {
        return false;
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Scene scene, Collection<Occurrence> occurrences) {
        return Map.of();
    }

    @Override
    public List<Occurrence> triggered(Scene scene, LocalDate date) {
        Instant end = date.plusDays(1).atStartOfDay(scene.store().zone()).toInstant();
        return scene.rows().all(Query.of(Instruction.TABLE, scene.store().id())).stream()
                .filter(instruction -> instruction.givenAt().isBefore(end))
                .flatMap(instruction -> occurrence(scene, instruction).stream())
                .toList();
    }

    @Override
    public Optional<Occurrence> find(Scene scene, OccurrenceId id) {
        return scene.rows()
                .find(Instruction.TABLE, Instruction.key(scene.store().id(), id.about()))
                .map(Versioned::value)
                .flatMap(instruction -> occurrence(scene, instruction))
                .filter(occurrence -> occurrence.id().equals(id));
    }

    private static Optional<Occurrence> occurrence(Scene scene, Instruction instruction) {
        LocalDate date = instruction.due().atZone(scene.store().zone()).toLocalDate();
        Optional<Duty> duty = scene.rosterOn(date).duties().values().stream()
                .filter(each -> each.cadence() instanceof Cadence.PerTask)
                .findFirst();
        return duty.map(task -> new Occurrence(
                instruction.store(),
                OccurrenceId.ofThing(task.id(), instruction.id()),
                date,
                Optional.empty(),
                instruction.givenAt(),
                instruction.due(),
                Optional.empty(),
                task.evidence(),
                task.permission()));
    }
}
