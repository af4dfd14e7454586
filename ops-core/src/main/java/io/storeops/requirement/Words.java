package io.storeops.requirement;

import io.storeops.catalog.Language;

/** What the messages about requirements say, in each language. */
enum Words {
    /** Title of what is asked. */
    ASKED("对接要求", "Requirement"),
    /** Title of what is late. */
    LATE("对接要求逾期", "Requirement is late"),
    /** Title of what was rejected. */
    REJECTED("对接要求被拒绝", "Requirement was rejected"),
    /** Before whom it asks. */
    PARTY("对接方：", "From: "),
    /** Before the instant. */
    DUE("完成时限：", "Due: "),
    /** Before the reason. */
    REASON("原因：", "Reason: "),
    /** Before who decides. */
    TO("请处理：", "To be decided by: ");

    private final String chinese;
    private final String english;

    Words(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String in(Language language) {
        return language.choose(chinese, english);
    }
}
