package io.storeops.reporting;

import io.storeops.catalog.Language;
import io.storeops.figures.Metric;
import io.storeops.figures.Restatement;
import io.storeops.figures.SubjectKind;

/** What a release has to say, in each language. */
public enum Word {
    /** Heading of every release. */
    TITLE("时段数据", "Time-slot data"),
    /** Heading of a correction. */
    CORRECTION("更正", "Correction"),
    /** Flag of a release with gaps. */
    INCOMPLETE("数据不全", "Incomplete"),
    /** A missing value. */
    MISSING("缺", "missing"),
    /** How many missing values are not named; with a number. */
    MORE("另 {} 项", "{} more"),
    /** How many items, or changes, are not shown; with a number. */
    LEFT_OUT("其余 {} 项未列出", "{} more not shown"),
    /** What stands before the names of the files that go with the release. */
    ATTACHED("全部数据见附件", "The whole table is attached"),
    /** The slot's column. */
    SLOT("时段", "Slot"),
    /** The paid amount. */
    AMOUNT("支付金额", "Paid amount"),
    /** The visitors. */
    VISITORS("访客数", "Visitors"),
    /** The buyers. */
    BUYERS("支付买家数", "Buyers"),
    /** The paid orders. */
    ORDERS("支付订单数", "Orders"),
    /** The paid units. */
    UNITS("支付件数", "Units"),
    /** The page views. */
    PAGE_VIEWS("浏览量", "Page views"),
    /** The amount given back. */
    REFUNDED("退款金额", "Refunded"),
    /** The column of the conversion. */
    CONVERSION("转化率", "Conversion"),
    /** The line of the totals. */
    TOTAL("累计", "Day so far"),
    /** What adjoining slots have together. */
    MERGED("合并", "together"),
    /** Beside figures that are not all ACTUAL. */
    ESTIMATED("（估算）", "(estimated)"),
    /** Heading of the closed day. */
    CLOSED_DAY("昨日全天", "Yesterday, whole day"),
    /** The store's table. */
    STORE("店铺", "Store"),
    /** The items' table. */
    ITEM("单品", "Item"),
    /** The competitors' table. */
    COMPETITOR("竞品（估算）", "Competitor (estimated)"),
    /** A restatement by the operator. */
    OPERATOR_ERROR("操作失误", "Operator error"),
    /** A restatement by the platform. */
    PLATFORM("平台调整", "Platform"),
    /** What stands before the head of the audit chain. */
    AUDIT_CHAIN("审计链", "Audit chain");

    private final String chinese;
    private final String english;

    Word(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /**
     * The word for a metric.
     *
     * @param metric the metric
     * @return the word of the same name
     */
    public static Word of(Metric metric) {
        return valueOf(metric.name());
    }

    /**
     * The word for a kind of subject.
     *
     * @param kind the kind
     * @return the word of the same name
     */
    public static Word of(SubjectKind kind) {
        return valueOf(kind.name());
    }

    /**
     * The word for the reason of a restatement.
     *
     * @param reason the reason
     * @return the word of the same name
     */
    public static Word of(Restatement reason) {
        return valueOf(reason.name());
    }

    /**
     * The word.
     *
     * @param language the language
     * @return how it is said in this language
     */
    public String in(Language language) {
        return language.choose(chinese, english);
    }

    /**
     * The word with a number in it.
     *
     * @param language the language
     * @param number the number, 0 or more; for MORE and LEFT_OUT
     * @return how it is said in this language
     */
    public String in(Language language, long number) {
        return in(language).replace("{}", Long.toString(number));
    }
}
