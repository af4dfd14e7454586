package io.storeops.weeklyreport;

import io.storeops.report.ReportWord;

/** The words of a weekly report that are no module's own. */
final class ReportWords {
    static final ReportWord TITLE = new ReportWord("title", "周报", "Weekly report");
    static final ReportWord PROVISIONAL = new ReportWord("provisional", "暂定", "provisional");
    static final ReportWord STORE = new ReportWord("store", "店铺", "Store");
    static final ReportWord AUTHOR = new ReportWord("author", "填报人", "Author");
    static final ReportWord VERSION = new ReportWord("version", "版本", "Version");
    static final ReportWord STATE = new ReportWord("state", "状态", "State");
    static final ReportWord WEEK = new ReportWord("week", "周期", "Week");
    static final ReportWord ZONE = new ReportWord("zone", "时区", "Time zone");
    static final ReportWord FROM_UTC = new ReportWord("from_utc", "起始(UTC)", "From (UTC)");
    static final ReportWord TO_UTC = new ReportWord("to_utc", "结束(UTC)", "To (UTC)");
    static final ReportWord AS_OF = new ReportWord("as_of", "数据截至", "As of");
    static final ReportWord RULES = new ReportWord("rules", "岗位说明书版本", "Roster version");
    static final ReportWord CHAIN_HEAD = new ReportWord("chain_head", "审计链头", "Head of the audit chain");
    static final ReportWord DUE = new ReportWord("due", "截止", "Due");
    static final ReportWord SLOTS = new ReportWord("slots", "时段", "Slots");
    static final ReportWord COMMENT = new ReportWord("comment", "说明", "Comment");
    static final ReportWord NONE = new ReportWord("none", "无", "None");
    static final ReportWord FIGURE = new ReportWord("figure", "项目", "Figure");
    static final ReportWord VALUE = new ReportWord("value", "数值", "Value");
    static final ReportWord KPI = new ReportWord("kpi", "考核", "KPI");
    static final ReportWord EXCUSED = new ReportWord("excused", "考核(剔除豁免)", "KPI without what is excused");
    static final ReportWord DENIED_ATTEMPTS = new ReportWord("denied_attempts", "越权尝试", "Denied attempts");
    static final ReportWord GUARD_REFUSALS = new ReportWord("guard_refusals", "被拒操作", "Refused acts");

    private ReportWords() {}
}
