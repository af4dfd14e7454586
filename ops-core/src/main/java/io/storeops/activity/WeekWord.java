package io.storeops.activity;

import io.storeops.catalog.Language;
import io.storeops.report.ReportWord;

/** The words of what duty 3.3 knows for the weekly report; each figure is one of an activity. */
enum WeekWord implements ReportWord {
    ACTIVITIES("活动", "Activity"),
    SOLD("销量", "Sold"),
    QUOTA("限量", "Quota"),
    AMOUNT_MINOR("支付金额", "Amount"),
    NEW_END("延长至", "Extended to"),
    CHECKS("检查批次", "Checks"),
    FAULTS("发现问题", "Faults"),
    FAULTS_FIXED("已修正", "Faults fixed");

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
