package io.storeops.notice;

import io.storeops.report.ReportWord;

/** The words of what is known of notices for the weekly report. */
final class WeekWords {
    static final ReportWord NOTICES = new ReportWord("notices", "通告", "Notices");
    static final ReportWord NOTICES_SUPERSEDED = new ReportWord("notices_superseded", "已被替代", "Notices superseded");
    static final ReportWord NOTICES_NOT_SENT = new ReportWord("notices_not_sent", "未发出", "Notice not sent");

    private WeekWords() {}
}
