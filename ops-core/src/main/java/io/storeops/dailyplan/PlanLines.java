package io.storeops.dailyplan;

import io.storeops.act.Context;
import io.storeops.agenda.AgendaNote;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Progress;
import io.storeops.evidence.Target;
import io.storeops.storage.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Puts the lines of approved plans on the agenda of their date (D46). */
final class PlanLines implements DutyProgress {
    @Override
    public boolean tells(Occurrence occurrence) {
        return false;
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        return Map.of();
    }

    @Override
    public List<AgendaNote> notes(Context context, LocalDate date) {
        return context
                .rows()
                .all(Query.of(DailyPlan.TABLE, context.store().id(), DailyPlan.BY_DATE)
                        .where(date))
                .stream()
                .filter(plan -> plan.state() == PlanState.APPROVED)
                .flatMap(plan -> PlanNote.lines(context, plan.id()).stream())
                .map(note -> new AgendaNote(
                        Target.of(DailyPlan.TABLE.name(), note.plan()),
                        note.line().orElseThrow(),
                        note.text()))
                .toList();
    }
}
