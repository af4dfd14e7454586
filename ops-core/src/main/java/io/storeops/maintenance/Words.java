package io.storeops.maintenance;

import io.storeops.catalog.Language;

/** What the messages of the duty say, in each language. */
enum Words {
    /** Title of what a rule found. */
    FOUND("发现异常", "Anomaly found"),
    /** Title of what went away by itself. */
    RECOVERED("异常已自行恢复", "Anomaly recovered by itself"),
    /** Title of a reminder. */
    REMINDER("催办异常", "Reminder of an anomaly"),
    /** Title of what goes to the next superior. */
    STEPPED_UP("异常升级上报", "Anomaly goes to the next level"),
    /** Title of what is put before whoever decides. */
    ESCALATED("异常上报", "Anomaly escalated"),
    /** Title of what is put right. */
    CORRECTED("异常已处理", "Anomaly put right"),
    /** Before the rule and the subject. */
    ABOUT("事项：", "About: "),
    /** Before the instant from which on it was so. */
    SINCE("开始：", "Since: "),
    /** Before the instant until which it has to be handled. */
    DUE("，处理时限：", ", to be handled by "),
    /** Before what was measured. */
    MEASURED("现为 ", "It is "),
    /** Before what it was compared with. */
    BASE("，应为 ", " and should be "),
    /** In the place of figures that the channel may not have. */
    WITHOUT_FIGURES("数值见异常单", "The anomaly itself has the figures"),
    /** Before whoever is to answer. */
    ANSWER("请反馈：", "Please answer: "),
    /** Before what is suggested. */
    SUGGESTION("建议：", "Suggestion: ");

    private final String chinese;
    private final String english;

    Words(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The words. */
    String in(Language language) {
        return language.choose(chinese, english);
    }
}
