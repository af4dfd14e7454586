package io.storeops.maintenance;

import io.storeops.catalog.Language;
import java.util.stream.Stream;

/** The words of the checklist and of the sweep's notice, in each language. */
enum ChecklistWords {
    COLON("：", ": "),
    CHECKLIST("店铺日常检查", "daily store inspection"),
    STATE("状态", "State"),
    STARTED("开始", "Started"),
    LATE_START("（晚于规定时间）", " (late)"),
    DUE("应完成", "Due"),
    COMPLETED("完成", "Completed"),
    BY("，", ", "),
    LINE("检查项", "Line"),
    CATEGORY("类别", "Category"),
    ANSWER("结果", "Answer"),
    PROPOSED("规则建议", "Proposed by the rules"),
    AS_OF("数据截至", "Data as of"),
    DETAIL("说明", "Detail"),
    ANSWERED("检查人", "Answered"),
    ANOMALIES("异常", "Anomalies"),
    ANOMALY("异常编号", "Anomaly"),
    ABOUT("对象", "About"),
    MEASURED("现为", "Measured"),
    BASE("应为", "Base"),
    SINCE("开始于", "Since"),
    ACT_BY("处理时限", "Act by"),
    NONE("无", "none"),
    SOURCE_WRONG("数据源本身有误", "the source itself is wrong"),
    NOT_JUDGED("未能判断：", "not judged: "),
    WITHOUT_FIGURES("数值见异常单", "figures in the anomaly"),

    SWEEP("异常处理清查", "daily sweep"),
    NO_EXCEPTION("无异常", "no anomaly"),
    OPEN_LIST("未结事项", "open matters"),
    OPEN("未结异常", "Open anomalies"),
    COULD_NOT_CHECK("未能检查", "Could not be checked"),
    NOT_INSPECTED("当日检查未完成", "The day's inspection is not completed"),

    STATE_PLANNED("未开始", "not begun"),
    STATE_IN_PROGRESS("检查中", "in progress"),
    STATE_COMPLETED("已完成", "completed"),
    STATE_MISSED("未检查", "missed"),
    TIMELINESS_ON_TIME("按时", "on time"),
    TIMELINESS_LATE("迟", "late"),
    TIMELINESS_MISSED("未做", "missed"),
    ANSWER_PENDING("未检查", "pending"),
    ANSWER_OK("正常", "OK"),
    ANSWER_ANOMALY("异常", "anomaly"),
    ANSWER_NOT_APPLICABLE("不适用", "not applicable"),
    ANSWER_COULD_NOT_CHECK("无法检查", "could not check"),
    CATEGORY_STOCK("库存", "Stock"),
    CATEGORY_PRICE("价格", "Price"),
    CATEGORY_PAGE("页面", "Page"),
    CATEGORY_ACTIVITY_EXPIRY("活动到期", "Activity expiry"),
    CATEGORY_DSR("店铺评分", "Detailed seller rating"),
    CATEGORY_REVIEWS("评价", "Reviews"),
    CATEGORY_REFUND_RATE("退款率", "Refund rate"),
    CATEGORY_INFORMATION("信息", "Information"),
    CATEGORY_ZHITONGCHE("直通车", "Zhitongche"),
    CATEGORY_ZUANZHAN("钻展", "Zuanzhan"),
    CATEGORY_PENALTY("处罚", "Penalty"),
    CATEGORY_COMPETITOR("竞品", "Competitor");

    private final String chinese;
    private final String english;

    ChecklistWords(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String in(Language language) {
        return language.choose(chinese, english);
    }

    /** The words for a constant of another enum. */
    static String of(String kind, Enum<?> constant, Language language) {
        return valueOf(kind + "_" + constant.name()).in(language);
    }

    /** What people call a category; a roster's own has its name. */
    static String ofCategory(String category, Language language) {
        return Stream.of(values())
                .filter(word -> word.name().equals("CATEGORY_" + category))
                .findFirst()
                .map(word -> word.in(language))
                .orElse(category);
    }
}
