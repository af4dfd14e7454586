package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Progress;
import io.storeops.position.Cadence;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far the daily inspections and sweeps are: an inspection is done when it is completed, a sweep when the channel accepted its notice.
 * One that is begun is not done: at the end of its date it is missed (D3).
 */
final class InspectionProgress implements DutyProgress {
    /** The evidence of an inspection: the rendered checklist. */
    static final String CHECKLIST = "CLASSIFIED_CHECKLIST";

    @Override
    public boolean tells(Occurrence occurrence) {
        return inspects(occurrence) || occurrence.cadence() == Cadence.Kind.DAILY_SWEEP_AND_EVENT;
    }

    private static boolean inspects(Occurrence occurrence) {
        return occurrence.cadence() == Cadence.Kind.DAILY
                && occurrence.evidence().stream().anyMatch(need -> need.name().equals(CHECKLIST));
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        Map<OccurrenceId, Progress> found = new HashMap<>();
        for (Occurrence occurrence : occurrences) {
            Optional<Progress> progress = inspects(occurrence)
                    ? inspected(context, occurrence.date())
                    : Sweeps.find(context, occurrence.date()).map(Swept::progress);
            progress.ifPresent(known -> found.put(occurrence.id(), known));
        }
        return found;
    }

    private static Optional<Progress> inspected(Context context, LocalDate date) {
        return InspectionDay.find(context, date)
                .flatMap(InspectionDay::inspection)
                .flatMap(Inspection::completed)
                .map(completed -> new Progress.Done(completed.at()));
    }
}
