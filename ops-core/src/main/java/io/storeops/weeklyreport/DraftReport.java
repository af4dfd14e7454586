package io.storeops.weeklyreport;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.calendar.IsoWeek;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.report.ReportScope;
import java.util.Map;
import java.util.Optional;

/**
 * DRAFT_REPORT: whoever owes the report of a week writes it down with what is known now (R78, R79). After it was given back, the next
 * version.
 *
 * @param contents counts the figures
 * @param week the week
 * @param person whose report it is
 */
record DraftReport(ReportContents contents, IsoWeek week, ActorId person) implements Act<WeeklyReport> {
    @Override
    public EntryPoint entry() {
        return ReportBook.REPORTS.entry(ReportEvent.DRAFT);
    }

    @Override
    public Target target() {
        return ReportBook.target(week, person);
    }

    @Override
    public String arguments() {
        return week + " " + person;
    }

    @Override
    public Verdict decide(Context context) {
        Optional<WeeklyReport> last = ReportBook.last(context, week, person);
        if (last.isPresent()
                && ReportState.MACHINE
                        .find(last.map(WeeklyReport::state), ReportEvent.DRAFT)
                        .isEmpty()) {
            return new Verdict.Refused(ReportBook.REPORTS.wrongState(
                    context, ReportBook.idOf(week, person), last.get(), ReportEvent.DRAFT));
        }
        Optional<OwedReport> owed = OwedReport.of(context, week, person);
        if (owed.isEmpty()) {
            return new Verdict.Refused(notOwed(context, week, person));
        }
        ReportScope scope = ReportScope.of(week, person, context.store().zone(), context.now());
        if (context.now().isBefore(scope.from())) {
            return Verdict.refused(
                    "NOT_OPEN", "the week " + week + " begins at " + scope.from() + ", and now is " + context.now());
        }
        ReportPreview counted = contents.draft(context, scope, Map.of());
        return Verdict.done(Edit.insert(
                ReportEntry.TABLE,
                new ReportEntry(
                        context.store().id(),
                        week,
                        person,
                        last.map(WeeklyReport::version).orElse(0) + 1,
                        owed.get().dueAt(),
                        context.stamp(),
                        counted.slots(),
                        counted.sections(),
                        Optional.empty(),
                        Optional.empty())));
    }

    static Refusal notOwed(Context context, IsoWeek week, ActorId person) {
        return new Refusal(
                "NOT_OWED",
                person + " owes no report of " + week + " in store "
                        + context.store().id() + "; it is owed by "
                        + OwedReport.of(context, week).stream()
                                .map(OwedReport::person)
                                .toList());
    }

    @Override
    public WeeklyReport recall(Context context, Written written) {
        return ReportBook.written(context, written.get(ReportEntry.TABLE));
    }
}
