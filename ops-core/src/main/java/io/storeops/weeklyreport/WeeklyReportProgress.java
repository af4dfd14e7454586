package io.storeops.weeklyreport;

import io.storeops.act.Context;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Progress;
import io.storeops.calendar.IsoWeek;
import io.storeops.position.Cadence;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts weekly reports on the agenda: of each week one for each person who owes it, done once its first version is submitted (D60, D64). */
final class WeeklyReportProgress implements DutyProgress {
    @Override
    public boolean tells(Occurrence occurrence) {
        return occurrence.cadence() == Cadence.Kind.WEEKLY;
    }

    @Override
    public List<Occurrence> owed(Context context, Occurrence expected) {
        IsoWeek week = expected.id().week().orElseThrow();
        return OwedReport.of(context, week).stream()
                .map(owed -> new Occurrence(
                        expected.store(),
                        OccurrenceId.ofWeek(expected.duty(), week, owed.person()),
                        expected.cadence(),
                        expected.date(),
                        expected.opensAt(),
                        expected.dueAt(),
                        expected.missedAt(),
                        expected.evidence(),
                        expected.permission()))
                .toList();
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        Map<OccurrenceId, Progress> found = new HashMap<>();
        for (Occurrence occurrence : occurrences) {
            IsoWeek week = occurrence.id().week().orElseThrow();
            ReportBook.last(context, week).stream()
                    .filter(report -> OccurrenceId.ofWeek(occurrence.duty(), week, report.person())
                            .equals(occurrence.id()))
                    .flatMap(report -> report.firstSubmittedAt().stream())
                    .forEach(at -> found.put(occurrence.id(), new Progress.Done(at)));
        }
        return found;
    }
}
