package io.storeops.maintenance;

import io.storeops.catalog.Language;
import io.storeops.report.ReportWord;

/** The words of what duty 2 knows for the weekly report. */
enum WeekWord implements ReportWord {
    INSPECTIONS_DONE("已检查", "Inspections done"),
    INSPECTIONS_DUE("应检查", "Inspections due"),
    COULD_NOT_CHECK("未能检查", "Could not be checked"),
    ANOMALIES("异常", "Anomalies"),
    BY_CATEGORY("类别", "Category"),
    CORRECTED("已处理", "Corrected"),
    ESCALATED("已上报", "Escalated"),
    OPEN("未关闭", "Open"),
    MISPRICED_ORDERS("错价订单", "Orders at a wrong price"),
    EXPOSURE_MINOR("错价金额", "Exposure");

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
