package io.storeops.weeklyreport;

import com.google.common.collect.ImmutableList;
import io.storeops.absence.Charged;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.calendar.IsoWeek;
import io.storeops.catalog.Language;
import io.storeops.document.Cell;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.position.Duty;
import io.storeops.report.Coverage;
import io.storeops.report.ReportFigure;
import io.storeops.report.ReportFilling;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportScope;
import io.storeops.report.ReportSection;
import io.storeops.report.ReportWord;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Versioned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what a report says of a week, section by section, from the parts that modules fill (R78). Immutable. */
final class ReportContents {
    private final List<ReportPart> parts;
    private final List<Measure> measures;

    ReportContents(List<ReportPart> parts, List<Measure> measures) {
        this.parts = ImmutableList.copyOf(parts);
        this.measures = ImmutableList.copyOf(measures);
    }

    /** Counts the sections as they are known now; no figure of the report itself is among them. */
    ReportPreview draft(Context context, ReportScope scope, Map<String, String> none) {
        return counted(context, scope, none, Optional.empty());
    }

    /** Counts them for a report that is submitted now, and so counts in its own figures (domain section 5). */
    ReportPreview submitted(Context context, ReportScope scope, Map<String, String> none) {
        // The key figures always have records, so what is filled does not depend on them.
        int filled = draft(context, scope, none).filled();
        return counted(context, scope, none, Optional.of(new FeedbackKpis.Self(scope, filled)));
    }

    private ReportPreview counted(
            Context context, ReportScope scope, Map<String, String> none, Optional<FeedbackKpis.Self> self) {
        List<ReportSection> sections = new ArrayList<>();
        Coverage coverage = Coverage.NONE;
        for (String section : sections(context, scope.week())) {
            boolean records = false;
            List<ReportFigure> figures = new ArrayList<>();
            for (ReportFilling filling : fillings(context, scope, section, self)) {
                records |= filling.records();
                figures.addAll(filling.figures());
                coverage = coverage.and(filling.coverage());
            }
            sections.add(new ReportSection(
                    section, records, Optional.ofNullable(none.get(section)), records ? figures : List.of()));
        }
        return new ReportPreview(scope.week(), scope.asOf(), coverage, sections);
    }

    /** The sections that the roster's weekly duty asks for (R77). */
    static List<String> sections(Context context, IsoWeek week) {
        return OwedReport.expected(context, week)
                .flatMap(expected -> context.rosterOn(week.sunday()).findDuty(expected.duty()))
                .map(Duty::content)
                .map(Duty.Content::sections)
                .orElse(List.of());
    }

    private List<ReportFilling> fillings(
            Context context, ReportScope scope, String section, Optional<FeedbackKpis.Self> self) {
        List<ReportFilling> fillings = new ArrayList<>(parts.stream()
                .filter(part -> part.section().equals(section))
                .map(part -> part.counting().of(context, scope))
                .toList());
        if (section.equals(ReportPart.TASK_KPI_SUGGESTION)) {
            fillings.add(kpis(context, scope, self));
            fillings.add(attempts(context, scope));
        }
        return fillings;
    }

    /** The key figures that the roster names for its duties, and the target; raw, and without what is excused (D66). */
    private ReportFilling kpis(Context context, ReportScope scope, Optional<FeedbackKpis.Self> self) {
        Set<String> named = context.rosterOn(scope.week().sunday()).duties().values().stream()
                .flatMap(duty -> duty.kpi().stream())
                .collect(Collectors.toSet());
        Measure.Period period =
                new Measure.Period(scope.week().monday(), scope.week().sunday(), scope.asOf());
        Language language = context.store().language();
        ReportFilling.Draft draft = new ReportFilling.Draft(language);
        // Only one measure's records are held at a time; what is left of them is two ratios.
        SortedMap<Kpi, Ratio> excused = new TreeMap<>();
        measures.stream()
                .filter(measure -> measure.kpi() == Kpi.TARGET
                        || named.contains(measure.kpi().id()))
                .sorted(Comparator.comparing(Measure::kpi))
                .forEach(measure -> {
                    Charged counted = FeedbackKpis.counting(measure, self).of(context, period);
                    add(draft, ReportWords.KPI, measure.kpi(), language, counted.raw());
                    excused.put(measure.kpi(), counted.excused());
                });
        excused.remove(Kpi.TARGET);
        excused.forEach((kpi, ratio) -> add(draft, ReportWords.EXCUSED, kpi, language, ratio));
        return draft.filled(true);
    }

    private static void add(ReportFilling.Draft draft, ReportWord word, Kpi kpi, Language language, Ratio counted) {
        draft.add(word, kpi.id(), language.choose(kpi.chinese(), kpi.english()), new Cell.Share(counted));
    }

    /** What was tried in the week and did not pass (R7). */
    private static ReportFilling attempts(Context context, ReportScope scope) {
        return new ReportFilling.Draft(context.store().language())
                .add(ReportWords.DENIED_ATTEMPTS, count(context, scope, AuditRecord.Outcome.DENIED))
                .add(ReportWords.GUARD_REFUSALS, count(context, scope, AuditRecord.Outcome.REFUSED))
                .filled(false);
    }

    private static long count(Context context, ReportScope scope, AuditRecord.Outcome outcome) {
        Query<AuditEntry> tried = Query.of(AuditEntry.TABLE, context.store().id(), AuditEntry.BY_OUTCOME)
                .where(outcome.name())
                .from(scope.from())
                .to(scope.to());
        long count = 0;
        try (Scan<Versioned<AuditEntry>> scan = context.rows().scan(tried)) {
            while (scan.hasNext()) {
                count += scan.next().value().record().at().isAfter(scope.asOf()) ? 0 : 1;
            }
        }
        return count;
    }
}
