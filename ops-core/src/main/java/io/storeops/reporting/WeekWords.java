package io.storeops.reporting;

import io.storeops.report.ReportWord;

/** The words of what duty 1 knows for the weekly report. */
final class WeekWords {
    static final ReportWord TARGET_FROM = new ReportWord("target_from", "目标期自", "Target from");
    static final ReportWord TARGET_TO = new ReportWord("target_to", "目标期至", "Target to");
    static final ReportWord TARGET_MINOR = new ReportWord("target_minor", "目标", "Target");
    static final ReportWord ACTUAL_MINOR = new ReportWord("actual_minor", "目标期实际", "Actual of the target's period");
    static final ReportWord ATTAINMENT = new ReportWord("attainment", "达成率", "Attainment");
    static final ReportWord MET = new ReportWord("met", "达成", "Met");
    static final ReportWord GAP_MINOR = new ReportWord("gap_minor", "差额", "Gap");
    static final ReportWord SURPLUS_MINOR = new ReportWord("surplus_minor", "超出", "Surplus");
    static final ReportWord WEEK_ACTUAL_MINOR = new ReportWord("week_actual_minor", "本周实际", "Actual of the week");
    static final ReportWord SLOTS_PRESENT = new ReportWord("slots_present", "已有时段", "Slots present");
    static final ReportWord SLOTS_DUE = new ReportWord("slots_due", "应有时段", "Slots due");
    static final ReportWord BEST_SLOT = new ReportWord("best_slot", "最高时段", "Best slot");
    static final ReportWord BEST_SLOT_AMOUNT_MINOR =
            new ReportWord("best_slot_amount_minor", "最高时段金额", "Amount of the best slot");
    static final ReportWord WEAKEST_SLOT = new ReportWord("weakest_slot", "最低时段", "Weakest slot");
    static final ReportWord WEAKEST_SLOT_AMOUNT_MINOR =
            new ReportWord("weakest_slot_amount_minor", "最低时段金额", "Amount of the weakest slot");
    static final ReportWord BEST_DAY = new ReportWord("best_day", "最高日", "Best day");
    static final ReportWord BEST_DAY_AMOUNT_MINOR =
            new ReportWord("best_day_amount_minor", "最高日金额", "Amount of the best day");
    static final ReportWord WEAKEST_DAY = new ReportWord("weakest_day", "最低日", "Weakest day");
    static final ReportWord WEAKEST_DAY_AMOUNT_MINOR =
            new ReportWord("weakest_day_amount_minor", "最低日金额", "Amount of the weakest day");
    static final ReportWord RESTATEMENTS = new ReportWord("restatements", "更正", "Restatements");
    static final ReportWord LATE_RELEASES = new ReportWord("late_releases", "迟发布", "Late releases");
    static final ReportWord RECONCILIATION_DIFFERENCE_MINOR =
            new ReportWord("reconciliation_difference_minor", "店铺与单品金额之差", "Store amount less items' amounts");
    static final ReportWord ITEM_VISITOR_SUM =
            new ReportWord("item_visitor_sum", "单品访客合计(不去重)", "Visitors of items, added up");
    static final ReportWord STORE_VISITORS =
            new ReportWord("store_visitors", "店铺访客(逐日合计)", "Store visitors, day by day");
    static final ReportWord DAYS_COMPARED = new ReportWord("days_compared", "已对账天数", "Days compared");
    static final ReportWord DAYS_DIFFERING = new ReportWord("days_differing", "有差额天数", "Days that differ");
    static final ReportWord STORE_AMOUNT_MINOR = new ReportWord("store_amount_minor", "店铺金额", "Store amount");
    static final ReportWord ITEMS_AMOUNT_MINOR = new ReportWord("items_amount_minor", "单品金额合计", "Items' amounts");
    static final ReportWord AMOUNT_DIFFERENCE_MINOR =
            new ReportWord("amount_difference_minor", "店铺减单品", "Store less items");
    static final ReportWord NOT_COMPARED = new ReportWord("not_compared", "未对账", "Not compared");
    static final ReportWord STORE_AMOUNT_MISSING =
            new ReportWord("store_amount_missing", "缺店铺金额", "the store's amount is missing");
    static final ReportWord ITEM_AMOUNTS_MISSING =
            new ReportWord("item_amounts_missing", "缺单品同一时点金额", "items without an amount of the same time:");
    static final ReportWord YES = new ReportWord("yes", "是", "yes");
    static final ReportWord NO = new ReportWord("no", "否", "no");

    private WeekWords() {}
}
