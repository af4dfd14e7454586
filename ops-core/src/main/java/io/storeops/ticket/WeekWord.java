package io.storeops.ticket;

import io.storeops.catalog.Language;
import io.storeops.report.ReportWord;

/** The words of what is known of tickets for the weekly report. */
enum WeekWord implements ReportWord {
    TICKETS_RECEIVED("收到问题", "Tickets received"),
    TICKETS_MERGED("合并", "Tickets merged"),
    TICKETS_REOPENED("重开", "Tickets reopened"),
    TICKETS_ESCALATED("上报", "Tickets escalated"),
    TICKETS_CLOSED("关闭", "Tickets closed");

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
