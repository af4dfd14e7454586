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
    FLOOR("低于底价", "a price would fall below the floor");

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
