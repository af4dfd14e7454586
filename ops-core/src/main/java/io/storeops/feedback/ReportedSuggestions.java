package io.storeops.feedback;

import io.storeops.act.Context;
import io.storeops.document.Cell;
import io.storeops.report.ReportFilling;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportScope;
import io.storeops.storage.Query;
import java.util.List;

/** The suggestions that were submitted in a week, for the weekly report (R78). */
final class ReportedSuggestions {
    static final ReportPart PART = new ReportPart(ReportPart.TASK_KPI_SUGGESTION, ReportedSuggestions::fill);

    private ReportedSuggestions() {}

    private static ReportFilling fill(Context context, ReportScope scope) {
        List<Suggestion> submitted = context
                .rows()
                .all(Query.of(Suggestion.TABLE, context.store().id()))
                .stream()
                .filter(suggestion ->
                        suggestion.submittedAt().filter(scope::covers).isPresent())
                .toList();
        ReportFilling.Draft draft = new ReportFilling.Draft(context.store().language());
        submitted.forEach(suggestion -> draft.add(
                WeekWords.SUGGESTIONS,
                suggestion.id(),
                Cell.of(suggestion.state().name())));
        return draft.filled(!submitted.isEmpty());
    }
}
