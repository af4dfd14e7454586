package io.storeops.notice;

import io.storeops.catalog.Language;
import io.storeops.report.ReportWord;

/** The words of what is known of notices for the weekly report. */
enum WeekWord implements ReportWord {
    NOTICES("通告", "Notices"),
    NOTICES_SUPERSEDED("已被替代", "Notices superseded"),
    NOTICES_NOT_SENT("未发出", "Notice not sent");

    private final String chinese;
    private final String english;

    WeekWord(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    @Override
    public String in(Language language) {
        return language.choose(chinese, english);
    }
}
