package io.storeops.ticket;

import io.storeops.report.ReportWord;

/** The words of what is known of tickets for the weekly report. */
final class WeekWords {
    static final ReportWord TICKETS_RECEIVED = new ReportWord("tickets_received", "收到问题", "Tickets received");
    static final ReportWord TICKETS_MERGED = new ReportWord("tickets_merged", "合并", "Tickets merged");
    static final ReportWord TICKETS_REOPENED = new ReportWord("tickets_reopened", "重开", "Tickets reopened");
    static final ReportWord TICKETS_ESCALATED = new ReportWord("tickets_escalated", "上报", "Tickets escalated");
    static final ReportWord TICKETS_CLOSED = new ReportWord("tickets_closed", "关闭", "Tickets closed");

    private WeekWords() {}
}
