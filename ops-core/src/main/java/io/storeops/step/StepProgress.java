package io.storeops.step;

import io.storeops.act.Context;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Progress;
import io.storeops.position.Cadence;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts steps on the agenda, as occurrences of the duty that they are planned under: {@code 3.3/step/RUN:STEP}. Those that are done, or count
 * nowhere, are read from the date on that is asked for, so the past does not slow a look at today.
 */
final class StepProgress implements DutyProgress {
    private static final Set<Cadence.Kind> TOLD = Set.of(Cadence.Kind.ON_INSTRUCTION, Cadence.Kind.PER_ACTIVITY);

    /** What stands before a step's id in its occurrence: the name of its table, as in its target. */
    private static final String STEP = Step.TABLE.name() + "/";

    @Override
    public boolean tells(Occurrence occurrence) {
        return TOLD.contains(occurrence.cadence()) && occurrence.id().about().startsWith(STEP);
    }

    private static Optional<Step> stepOf(Context context, OccurrenceId id) {
        return id.about().startsWith(STEP)
                ? StepEntries.STEPS.find(context, id.about().substring(STEP.length()))
                : Optional.empty();
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        Map<OccurrenceId, Progress> found = new HashMap<>();
        for (Occurrence occurrence : occurrences) {
            stepOf(context, occurrence.id())
                    .flatMap(StepProgress::progress)
                    .ifPresent(known -> found.put(occurrence.id(), known));
        }
        return found;
    }

    /** What counts nowhere is given up, be it done later (D43). */
    private static Optional<Progress> progress(Step step) {
        return step.course()
                .uncountedAt()
                .<Progress>map(
                        at -> new Progress.Abandoned(at, "its " + step.of().kind() + " was cancelled"))
                .or(() -> step.course().doneAt().map(Progress.Done::new));
    }

    @Override
    public List<Occurrence> triggered(Context context, LocalDate date) {
        Instant start = date.atStartOfDay(context.store().zone()).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(context.store().zone()).toInstant();
        Query<Step> open =
                Query.of(Step.TABLE, context.store().id(), Step.BY_STANDING).where(Step.Standing.OPEN);
        Query<Step> ended = Query.of(Step.TABLE, context.store().id(), Step.BY_STANDING)
                .where(Step.Standing.ENDED)
                .from(start);
        return Stream.of(open, ended)
                .flatMap(query -> context.rows().all(query).stream())
                .filter(step -> step.planned().at().isBefore(end))
                .flatMap(step -> occurrence(context, step).stream())
                .toList();
    }

    @Override
    public Optional<Occurrence> find(Context context, OccurrenceId id) {
        return stepOf(context, id)
                .flatMap(step -> occurrence(context, step))
                .filter(occurrence -> occurrence.id().equals(id));
    }

    private static Optional<Occurrence> occurrence(Context context, Step step) {
        LocalDate date = step.due().atZone(context.store().zone()).toLocalDate();
        Instant planned = step.planned().at();
        return step.duty()
                .flatMap(id -> context.rosterOn(date).findDuty(id))
                .map(duty -> new Occurrence(
                        context.store().id(),
                        OccurrenceId.ofThing(duty.id(), STEP + step.id()),
                        duty.cadence().kind(),
                        date,
                        planned.isAfter(step.due()) ? step.due() : planned,
                        step.due(),
                        Optional.empty(),
                        duty.evidence(),
                        duty.permission()));
    }
}
