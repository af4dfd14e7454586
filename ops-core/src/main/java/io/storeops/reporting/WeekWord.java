package io.storeops.reporting;

import io.storeops.catalog.Language;
import io.storeops.report.ReportWord;

/** The words of what duty 1 knows for the weekly report. */
enum WeekWord implements ReportWord {
    TARGET_FROM("目标期自", "Target from"),
    TARGET_TO("目标期至", "Target to"),
    TARGET_MINOR("目标", "Target"),
    ACTUAL_MINOR("目标期实际", "Actual of the target's period"),
    ATTAINMENT("达成率", "Attainment"),
    MET("达成", "Met"),
    GAP_MINOR("差额", "Gap"),
    SURPLUS_MINOR("超出", "Surplus"),
    WEEK_ACTUAL_MINOR("本周实际", "Actual of the week"),
    SLOTS_PRESENT("已有时段", "Slots present"),
    SLOTS_DUE("应有时段", "Slots due"),
    BEST_SLOT("最高时段", "Best slot"),
    BEST_SLOT_AMOUNT_MINOR("最高时段金额", "Amount of the best slot"),
    WEAKEST_SLOT("最低时段", "Weakest slot"),
    WEAKEST_SLOT_AMOUNT_MINOR("最低时段金额", "Amount of the weakest slot"),
    BEST_DAY("最高日", "Best day"),
    BEST_DAY_AMOUNT_MINOR("最高日金额", "Amount of the best day"),
    WEAKEST_DAY("最低日", "Weakest day"),
    WEAKEST_DAY_AMOUNT_MINOR("最低日金额", "Amount of the weakest day"),
    RESTATEMENTS("更正", "Restatements"),
    LATE_RELEASES("迟发布", "Late releases"),
    RECONCILIATION_DIFFERENCE_MINOR("店铺与单品金额之差", "Store amount less items' amounts"),
    ITEM_VISITOR_SUM("单品访客合计(不去重)", "Visitors of items, added up"),
    STORE_VISITORS("店铺访客(逐日合计)", "Store visitors, day by day"),
    YES("是", "yes"),
    NO("否", "no");

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
