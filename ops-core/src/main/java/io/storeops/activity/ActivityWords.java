package io.storeops.activity;

import io.storeops.catalog.Language;

/** What messages about activities, and their report, say in each language. */
enum ActivityWords {
    BLOCKED("活动未能开始", "Activity could not start"),
    FOUND("活动检查异常反馈", "Found in a check of an activity"),
    START("开始时间：", "Start: "),
    CAUSE("原因：", "Cause: "),
    TO("请处理：", "To be dealt with by: "),
    CHECK("检查项：", "Check: "),
    WHAT("异常：", "What: "),
    WHERE("位置：", "Where: "),
    SINCE("自：", "Since: "),
    SCREENSHOT("截图：", "Screenshot: "),
    NOT_READY("准备未完成", "not everything before the start is done"),
    REQUIREMENT("对接要求未验收", "a requirement is not accepted"),
    STOCK("库存不足", "less can be sold than is offered"),
    FLOOR("低于底价", "a price would fall below the floor"),
    REPORT("活动报告", "Activity report"),
    KIND("类型", "Kind"),
    STATE("状态", "State"),
    WINDOW("活动时间", "Window"),
    STARTED("实际开始", "Started"),
    ENDED("实际结束", "Ended"),
    ENDED_BECAUSE("提前结束", "Broken off"),
    SOLD("销量/限量", "Sold of quota"),
    SELL_THROUGH("售罄率", "Sell-through"),
    STEPS("检查与步骤", "Checks and steps"),
    RUN("批次", "Run"),
    STEP("步骤", "Step"),
    DUE("应完成", "Due"),
    DONE("完成", "Done"),
    READINGS("效果跟进", "Effect as it was read"),
    AT("时间", "At"),
    BUYERS("支付买家", "Buyers"),
    VISITORS("访客", "Visitors"),
    CONVERSION("转化率", "Conversion"),
    SPANS("活动前、中、后", "Before, during and after"),
    SPAN("时段", "Span"),
    ITEM("单品", "Item"),
    AMOUNT("支付金额", "Amount"),
    BEFORE("活动前", "before"),
    DURING("活动中", "during"),
    AFTER("活动后", "after"),
    BY_ORDERS("活动中数据来自订单", "Figures during the activity come from orders."),
    BY_SLOTS("活动中数据为覆盖活动的整时段", "Figures during the activity are those of the whole slots that cover it."),
    UPLIFT("相对平日的提升", "Uplift on ordinary days"),
    BASELINE("平日中位数", "Median of ordinary days"),
    DAYS("天数", "Days"),
    MORE("提升", "Uplift"),
    LEARNING("学习中", "learning"),
    MISSING("缺失", "missing"),
    LATE("迟", "late");

    private final String chinese;
    private final String english;

    ActivityWords(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    static ActivityWords of(StartCause cause) {
        return switch (cause) {
            case NOT_READY -> NOT_READY;
            case REQUIREMENT -> REQUIREMENT;
            case STOCK -> STOCK;
            case FLOOR -> FLOOR;
        };
    }

    String in(Language language) {
        return language.choose(chinese, english);
    }
}
