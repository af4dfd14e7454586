package io.storeops.requirement;

import io.storeops.act.Context;
import io.storeops.document.Cell;
import io.storeops.report.ReportFilling;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportScope;
import io.storeops.storage.Query;
import java.util.List;

/** The requirements that are due in a week, for the weekly report (R78). */
final class ReportedRequirements {
    static final ReportPart PART = new ReportPart(ReportPart.PROBLEM_COORDINATION, ReportedRequirements::fill);

    private ReportedRequirements() {}

    private static ReportFilling fill(Context context, ReportScope scope) {
        List<Requirement> due = context
                .rows()
                .all(Query.of(Requirement.TABLE, context.store().id(), Requirement.BY_DUE)
                        .from(scope.from())
                        .to(scope.to()))
                .stream()
                .filter(each -> !each.opened().at().isAfter(scope.asOf()))
                .toList();
        ReportFilling.Draft draft = new ReportFilling.Draft(context.store().language())
                .add(WeekWords.REQUIREMENTS, due.size())
                .add(
                        WeekWords.REQUIREMENTS_LATE,
                        due.stream()
                                .filter(each -> each.late()
                                        || (!each.accepted() && !scope.asOf().isBefore(each.due())))
                                .count())
                .add(
                        WeekWords.REQUIREMENTS_REWORKED,
                        due.stream().filter(each -> each.course().rework() > 0).count());
        due.stream()
                .filter(each -> !each.accepted())
                .forEach(each -> draft.add(
                        WeekWords.REQUIREMENTS_OPEN,
                        each.id(),
                        Cell.of(each.state().name())));
        return draft.filled(!due.isEmpty());
    }
}
