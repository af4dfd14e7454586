package io.storeops.notice;

import io.storeops.act.Context;
import io.storeops.document.Cell;
import io.storeops.report.ReportFilling;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportScope;
import io.storeops.storage.Query;
import java.util.List;

/** The notices that were written in a week, for the weekly report (R78). */
final class ReportedNotices {
    static final ReportPart PART = new ReportPart(ReportPart.PROBLEM_COORDINATION, ReportedNotices::fill);

    private ReportedNotices() {}

    private static ReportFilling fill(Context context, ReportScope scope) {
        List<Notice> written = context
                .rows()
                .all(Query.of(NoticeEntry.TABLE, context.store().id(), NoticeEntry.BY_WRITING)
                        .from(scope.from())
                        .to(scope.to()))
                .stream()
                .flatMap(entry -> NoticeBook.find(context, entry.id()).stream())
                .toList();
        ReportFilling.Draft draft = new ReportFilling.Draft(context.store().language())
                .add(WeekWords.NOTICES, written.size())
                .add(
                        WeekWords.NOTICES_SUPERSEDED,
                        written.stream()
                                .filter(notice -> notice.state() == NoticeState.SUPERSEDED)
                                .count());
        written.stream()
                .filter(notice -> notice.state() == NoticeState.DRAFT)
                .forEach(notice -> draft.add(
                        WeekWords.NOTICES_NOT_SENT,
                        notice.id(),
                        Cell.of(notice.state().name())));
        return draft.filled(!written.isEmpty());
    }
}
