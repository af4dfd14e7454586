package io.storeops.task;

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
final class TaskProgress implements DutyProgress {
    @Override
    public boolean tells(Occurrence occurrence) {
        return false;
    }

    /** Every task that somebody was given. */
    @Override
    public boolean carriesOut(Occurrence occurrence) {
        OccurrenceId id = occurrence.id();
        return id.slot().isEmpty() && id.date().isEmpty() && id.week().isEmpty();
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        return Map.of();
    }

    @Override
    public List<Occurrence> triggered(Context context, LocalDate date) {
        Instant end = date.plusDays(1).atStartOfDay(context.store().zone()).toInstant();
        return context.rows().all(Query.of(Task.TABLE, context.store().id())).stream()
                .filter(task -> task.givenAt().isBefore(end))
                .flatMap(task -> occurrence(context, task).stream())
                .toList();
    }

    @Override
    public Optional<Occurrence> find(Context context, OccurrenceId id) {
        return context.rows()
                .find(Task.TABLE, Task.key(context.store().id(), id.about()))
                .map(Versioned::value)
                .flatMap(task -> occurrence(context, task))
                .filter(occurrence -> occurrence.id().equals(id));
    }

    private static Optional<Occurrence> occurrence(Context context, Task task) {
        LocalDate date = task.due().atZone(context.store().zone()).toLocalDate();
        Optional<Duty> duty = context.rosterOn(date).duties().values().stream()
                .filter(each -> each.cadence() instanceof Cadence.PerTask)
                .findFirst();
        return duty.map(perTask -> new Occurrence(
                task.store(),
                OccurrenceId.ofThing(perTask.id(), task.id()),
                perTask.cadence().kind(),
                date,
                task.givenAt(),
                task.due(),
                Optional.empty(),
                perTask.evidence(),
                perTask.permission()));
    }
}
