package io.storeops.weeklyreport;

import io.storeops.catalog.Language;
import io.storeops.report.ReportWord;

/** The words of a weekly report that are no module's own. */
enum ReportWords implements ReportWord {
    TITLE("周报", "Weekly report"),
    PROVISIONAL("暂定", "provisional"),
    STORE("店铺", "Store"),
    AUTHOR("填报人", "Author"),
    VERSION("版本", "Version"),
    STATE("状态", "State"),
    WEEK("周期", "Week"),
    ZONE("时区", "Time zone"),
    FROM_UTC("起始(UTC)", "From (UTC)"),
    TO_UTC("结束(UTC)", "To (UTC)"),
    AS_OF("数据截至", "As of"),
    RULES("岗位说明书版本", "Roster version"),
    CHAIN_HEAD("审计链头", "Head of the audit chain"),
    DUE("截止", "Due"),
    SLOTS("时段", "Slots"),
    COMMENT("说明", "Comment"),
    NONE("无", "None"),
    FIGURE("项目", "Figure"),
    VALUE("数值", "Value"),
    KPI("考核", "KPI"),
    EXCUSED("考核(剔除豁免)", "KPI without what is excused"),
    DENIED_ATTEMPTS("越权尝试", "Denied attempts"),
    GUARD_REFUSALS("被拒操作", "Refused acts");

    private final String chinese;
    private final String english;

    ReportWords(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    @Override
    public String in(Language language) {
        return language.choose(chinese, english);
    }
}
