package io.storeops.feedback;

import io.storeops.act.Context;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Progress;
import io.storeops.position.Cadence;
import io.storeops.position.Duty;
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
    /** The progress of duty 5, which reads all it tells from the rows of the context. */
    public InstructionProgress() {}

    @Override
    public boolean tells(Occurrence occurrence) {
        return false;
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        return Map.of();
    }

    @Override
    public List<Occurrence> triggered(Context context, LocalDate date) {
        Instant end = date.plusDays(1).atStartOfDay(context.store().zone()).toInstant();
        return context.rows().all(Query.of(Instruction.TABLE, context.store().id())).stream()
                .filter(instruction -> instruction.givenAt().isBefore(end))
                .flatMap(instruction -> occurrence(context, instruction).stream())
                .toList();
    }

    @Override
    public Optional<Occurrence> find(Context context, OccurrenceId id) {
        return context.rows()
                .find(Instruction.TABLE, Instruction.key(context.store().id(), id.about()))
                .map(Versioned::value)
                .flatMap(instruction -> occurrence(context, instruction))
                .filter(occurrence -> occurrence.id().equals(id));
    }

    private static Optional<Occurrence> occurrence(Context context, Instruction instruction) {
        LocalDate date = instruction.due().atZone(context.store().zone()).toLocalDate();
        Optional<Duty> duty = context.rosterOn(date).duties().values().stream()
                .filter(each -> each.cadence() instanceof Cadence.PerTask)
                .findFirst();
        return duty.map(task -> new Occurrence(
                instruction.store(),
                OccurrenceId.ofThing(task.id(), instruction.id()),
                date,
                instruction.givenAt(),
                instruction.due(),
                Optional.empty(),
                task.evidence(),
                task.permission()));
    }
}
