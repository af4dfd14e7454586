package io.storeops.requirement;

import io.storeops.act.Context;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Progress;
import io.storeops.storage.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts requirements on the agenda, as occurrences of the roster's duty 4.3: each is due once, by its last due instant. One that waits
 * for somebody, a person's confirmation too, is late like any other. A roster without the duty expects nothing.
 */
final class RequirementProgress implements DutyProgress {
    private static final String PREFIX = "requirement/";

    @Override
    public boolean tells(Occurrence occurrence) {
        return find(occurrence.id()).isPresent();
    }

    private static Optional<String> find(OccurrenceId id) {
        return id.duty().equals(Superiors.DUTY) && id.about().startsWith(PREFIX)
                ? Optional.of(id.about().substring(PREFIX.length()))
                : Optional.empty();
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        Map<OccurrenceId, Progress> found = new HashMap<>();
        occurrences.forEach(occurrence -> requirement(context, occurrence.id())
                .flatMap(Requirement::acceptance)
                .ifPresent(done -> found.put(occurrence.id(), new Progress.Done(done.at()))));
        return found;
    }

    private static Optional<Requirement> requirement(Context context, OccurrenceId id) {
        return find(id).flatMap(about -> RequirementEntries.REQUIREMENTS.find(context, about));
    }

    /** Those that are open, and those that were accepted from the date on: what was before is not read. */
    @Override
    public List<Occurrence> triggered(Context context, LocalDate date) {
        Instant start = date.atStartOfDay(context.store().zone()).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(context.store().zone()).toInstant();
        Query<Requirement> path = Query.of(Requirement.TABLE, context.store().id(), Requirement.BY_OPEN);
        return Stream.concat(
                        context.rows().all(path.where(true)).stream(),
                        context.rows().all(path.where(false).from(start)).stream())
                .filter(requirement -> requirement.opened().at().isBefore(end))
                .flatMap(requirement -> occurrence(context, requirement).stream())
                .toList();
    }

    @Override
    public Optional<Occurrence> find(Context context, OccurrenceId id) {
        return requirement(context, id).flatMap(requirement -> occurrence(context, requirement));
    }

    private static Optional<Occurrence> occurrence(Context context, Requirement requirement) {
        LocalDate date = requirement.due().atZone(context.store().zone()).toLocalDate();
        return context.rosterOn(date)
                .findDuty(Superiors.DUTY)
                .map(duty -> new Occurrence(
                        context.store().id(),
                        OccurrenceId.ofThing(duty.id(), PREFIX + requirement.id()),
                        duty.cadence().kind(),
                        date,
                        earlier(requirement.opened().at(), requirement.due()),
                        requirement.due(),
                        Optional.empty(),
                        duty.evidence(),
                        duty.permission()));
    }

    /** A preparation list may be opened when a due of it has passed. */
    private static Instant earlier(Instant opened, Instant due) {
        return due.isBefore(opened) ? due : opened;
    }
}
