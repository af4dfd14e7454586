package io.storeops.activity;

import io.storeops.report.ReportWord;

/** The words of what duty 3.3 knows for the weekly report; each figure is one of an activity. */
final class WeekWords {
    static final ReportWord ACTIVITIES = new ReportWord("activities", "活动", "Activity");
    static final ReportWord SOLD = new ReportWord("sold", "销量", "Sold");
    static final ReportWord QUOTA = new ReportWord("quota", "限量", "Quota");
    static final ReportWord AMOUNT_MINOR = new ReportWord("amount_minor", "支付金额", "Amount");
    static final ReportWord NEW_END = new ReportWord("new_end", "延长至", "Extended to");
    static final ReportWord CHECKS = new ReportWord("checks", "检查批次", "Checks");
    static final ReportWord FAULTS = new ReportWord("faults", "发现问题", "Faults");
    static final ReportWord FAULTS_FIXED = new ReportWord("faults_fixed", "已修正", "Faults fixed");

    private WeekWords() {}
}
