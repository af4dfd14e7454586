package io.storeops.reporting;

import com.google.common.collect.ImmutableMap;
import io.storeops.figures.Metric;
import io.storeops.figures.Restatement;
import io.storeops.figures.SubjectKind;
import java.util.Locale;
import java.util.Map;

/** The words of a release in a language. */
public enum Wording {
    /** 中文. */
    CHINESE(
            Locale.SIMPLIFIED_CHINESE,
            Map.ofEntries(
                    Map.entry(Word.TITLE, "时段数据"),
                    Map.entry(Word.CORRECTION, "更正"),
                    Map.entry(Word.INCOMPLETE, "数据不全"),
                    Map.entry(Word.MISSING, "缺"),
                    Map.entry(Word.MORE, "另 {} 项"),
                    Map.entry(Word.LEFT_OUT, "其余 {} 项未列出"),
                    Map.entry(Word.ATTACHED, "全部数据见附件"),
                    Map.entry(Word.SLOT, "时段"),
                    Map.entry(Word.AMOUNT, "支付金额"),
                    Map.entry(Word.VISITORS, "访客数"),
                    Map.entry(Word.BUYERS, "支付买家数"),
                    Map.entry(Word.ORDERS, "支付订单数"),
                    Map.entry(Word.UNITS, "支付件数"),
                    Map.entry(Word.PAGE_VIEWS, "浏览量"),
                    Map.entry(Word.REFUNDED, "退款金额"),
                    Map.entry(Word.CONVERSION, "转化率"),
                    Map.entry(Word.TOTAL, "累计"),
                    Map.entry(Word.MERGED, "合并"),
                    Map.entry(Word.ESTIMATED, "（估算）"),
                    Map.entry(Word.CLOSED_DAY, "昨日全天"),
                    Map.entry(Word.STORE, "店铺"),
                    Map.entry(Word.ITEM, "单品"),
                    Map.entry(Word.COMPETITOR, "竞品（估算）"),
                    Map.entry(Word.OPERATOR_ERROR, "操作失误"),
                    Map.entry(Word.PLATFORM, "平台调整"),
                    Map.entry(Word.AUDIT_CHAIN, "审计链"))),
    /** English. */
    ENGLISH(
            Locale.ENGLISH,
            Map.ofEntries(
                    Map.entry(Word.TITLE, "Time-slot data"),
                    Map.entry(Word.CORRECTION, "Correction"),
                    Map.entry(Word.INCOMPLETE, "Incomplete"),
                    Map.entry(Word.MISSING, "missing"),
                    Map.entry(Word.MORE, "{} more"),
                    Map.entry(Word.LEFT_OUT, "{} more not shown"),
                    Map.entry(Word.ATTACHED, "The whole table is attached"),
                    Map.entry(Word.SLOT, "Slot"),
                    Map.entry(Word.AMOUNT, "Paid amount"),
                    Map.entry(Word.VISITORS, "Visitors"),
                    Map.entry(Word.BUYERS, "Buyers"),
                    Map.entry(Word.ORDERS, "Orders"),
                    Map.entry(Word.UNITS, "Units"),
                    Map.entry(Word.PAGE_VIEWS, "Page views"),
                    Map.entry(Word.REFUNDED, "Refunded"),
                    Map.entry(Word.CONVERSION, "Conversion"),
                    Map.entry(Word.TOTAL, "Day so far"),
                    Map.entry(Word.MERGED, "together"),
                    Map.entry(Word.ESTIMATED, "(estimated)"),
                    Map.entry(Word.CLOSED_DAY, "Yesterday, whole day"),
                    Map.entry(Word.STORE, "Store"),
                    Map.entry(Word.ITEM, "Item"),
                    Map.entry(Word.COMPETITOR, "Competitor (estimated)"),
                    Map.entry(Word.OPERATOR_ERROR, "Operator error"),
                    Map.entry(Word.PLATFORM, "Platform"),
                    Map.entry(Word.AUDIT_CHAIN, "Audit chain")));

    /** What has to be said. */
    public enum Word {
        /** Heading of every release. */
        TITLE,
        /** Heading of a correction. */
        CORRECTION,
        /** Flag of a release with gaps. */
        INCOMPLETE,
        /** A missing value. */
        MISSING,
        /** How many missing values are not named; with a number. */
        MORE,
        /** How many items, or changes, are not shown; with a number. */
        LEFT_OUT,
        /** What stands before the names of the files that go with the release. */
        ATTACHED,
        /** The slot's column. */
        SLOT,
        /** The paid amount. */
        AMOUNT,
        /** The visitors. */
        VISITORS,
        /** The buyers. */
        BUYERS,
        /** The paid orders. */
        ORDERS,
        /** The paid units. */
        UNITS,
        /** The page views. */
        PAGE_VIEWS,
        /** The amount given back. */
        REFUNDED,
        /** The column of the conversion. */
        CONVERSION,
        /** The line of the totals. */
        TOTAL,
        /** What adjoining slots have together. */
        MERGED,
        /** Beside figures that are not all ACTUAL. */
        ESTIMATED,
        /** Heading of the closed day. */
        CLOSED_DAY,
        /** The store's table. */
        STORE,
        /** The items' table. */
        ITEM,
        /** The competitors' table. */
        COMPETITOR,
        /** A restatement by the operator. */
        OPERATOR_ERROR,
        /** A restatement by the platform. */
        PLATFORM,
        /** What stands before the head of the audit chain. */
        AUDIT_CHAIN;

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
    }

    private final Locale locale;
    private final ImmutableMap<Word, String> words;

    Wording(Locale locale, Map<Word, String> words) {
        this.locale = locale;
        this.words = ImmutableMap.copyOf(words);
    }

    /**
     * The language.
     *
     * @return the locale of the words
     */
    public Locale locale() {
        return locale;
    }

    /**
     * A word.
     *
     * @param word what has to be said
     * @return how it is said in this language
     */
    public String say(Word word) {
        String said = words.get(word);
        if (said == null) {
            throw new IllegalStateException(this + " has no word for " + word);
        }
        return said;
    }

    /**
     * A word with a number in it.
     *
     * @param word what has to be said, MORE or LEFT_OUT
     * @param number the number, 0 or more
     * @return how it is said in this language
     */
    public String say(Word word, long number) {
        return say(word).replace("{}", Long.toString(number));
    }
}
