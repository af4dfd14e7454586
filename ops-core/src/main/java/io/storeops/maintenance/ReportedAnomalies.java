package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.catalog.Money;
import io.storeops.document.Cell;
import io.storeops.document.Line;
import io.storeops.report.ReportFilling;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportScope;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Inspections and anomalies of a week, for the weekly report; what could not be checked is named (D1, R78). */
final class ReportedAnomalies {
    static final ReportPart PART = new ReportPart(ReportPart.INSPECTION_ANOMALY, ReportedAnomalies::fill);

    private ReportedAnomalies() {}

    private static ReportFilling fill(Context context, ReportScope scope) {
        List<LocalDate> due = scope.dates(context).stream()
                .filter(date -> InspectionDay.duty(context.rosterOn(date)).isPresent())
                .toList();
        List<Inspection> done = due.stream()
                .flatMap(date -> completed(context, scope, date).stream())
                .toList();
        List<History> anomalies = MaintenanceKpis.due(
                context, new Measure.Period(scope.week().monday(), scope.week().sunday(), scope.asOf()));
        ReportFilling.Draft draft = new ReportFilling.Draft(context.store().language())
                .add(WeekWords.INSPECTIONS_DONE, done.size())
                .add(WeekWords.INSPECTIONS_DUE, due.size())
                .add(WeekWords.ANOMALIES, anomalies.size());
        anomalies.stream()
                .collect(Collectors.groupingBy(
                        each -> each.anomaly().key().category(), TreeMap::new, Collectors.counting()))
                .forEach((category, count) -> draft.add(WeekWords.BY_CATEGORY, category, Cell.of(count)));
        draft.add(WeekWords.CORRECTED, first(anomalies, Episode.FirstAct.Kind.CORRECT))
                .add(WeekWords.ESCALATED, first(anomalies, Episode.FirstAct.Kind.ESCALATE))
                .add(
                        WeekWords.OPEN,
                        anomalies.stream().filter(each -> !each.closed()).count())
                .add(WeekWords.MISPRICED_ORDERS, lost(anomalies, Episode.Loss::orders))
                .add(
                        WeekWords.EXPOSURE_MINOR,
                        new Cell.Amount(Money.ofMinor(
                                lost(anomalies, Episode.Loss::minor),
                                context.store().currency())));
        done.forEach(inspection -> unchecked(context, inspection, draft));
        return draft.filled(!done.isEmpty() || !anomalies.isEmpty());
    }

    private static Optional<Inspection> completed(Context context, ReportScope scope, LocalDate date) {
        return context.rows()
                .find(Inspection.TABLE, Inspection.TABLE.keyOf(context.store().id(), date))
                .map(Versioned::value)
                .filter(inspection -> inspection
                        .completed()
                        .filter(completed -> !completed.at().isAfter(scope.asOf()))
                        .isPresent());
    }

    private static long first(List<History> anomalies, Episode.FirstAct.Kind kind) {
        return anomalies.stream()
                .filter(each -> each.first().firstAct().stream().anyMatch(act -> act.kind() == kind))
                .count();
    }

    private static long lost(List<History> anomalies, ToLongFunction<Episode.Loss> what) {
        return anomalies.stream()
                .flatMap(each -> each.episodes().stream())
                .flatMap(episode -> episode.loss().stream())
                .mapToLong(what)
                .sum();
    }

    private static void unchecked(Context context, Inspection inspection, ReportFilling.Draft draft) {
        ChecklistLines.of(context, inspection.date()).stream()
                .filter(line -> line.answer().state() == LineState.COULD_NOT_CHECK)
                .forEach(line -> draft.add(
                        WeekWords.COULD_NOT_CHECK,
                        inspection.date() + " " + line.line().id(),
                        Cell.of(line.answer().reason().map(Line::ofName).orElse(Line.EMPTY))));
    }
}
