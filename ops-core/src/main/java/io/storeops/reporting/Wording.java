package io.storeops.reporting;

import com.google.common.collect.ImmutableMap;
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
                    Map.entry(Word.SLOT, "时段"),
                    Map.entry(Word.AMOUNT, "支付金额"),
                    Map.entry(Word.VISITORS, "访客数"),
                    Map.entry(Word.BUYERS, "支付买家数"),
                    Map.entry(Word.CONVERSION, "转化率"),
                    Map.entry(Word.TOTAL, "累计"),
                    Map.entry(Word.MERGED, "合并"),
                    Map.entry(Word.CLOSED_DAY, "昨日全天"),
                    Map.entry(Word.STORE, "店铺"),
                    Map.entry(Word.ITEM, "单品"),
                    Map.entry(Word.COMPETITOR, "竞品（估算）"),
                    Map.entry(Word.AUDIT_CHAIN, "审计链"))),
    /** English. */
    ENGLISH(
            Locale.ENGLISH,
            Map.ofEntries(
                    Map.entry(Word.TITLE, "Time-slot data"),
                    Map.entry(Word.CORRECTION, "Correction"),
                    Map.entry(Word.INCOMPLETE, "Incomplete"),
                    Map.entry(Word.MISSING, "missing"),
                    Map.entry(Word.SLOT, "Slot"),
                    Map.entry(Word.AMOUNT, "Paid amount"),
                    Map.entry(Word.VISITORS, "Visitors"),
                    Map.entry(Word.BUYERS, "Buyers"),
                    Map.entry(Word.CONVERSION, "Conversion"),
                    Map.entry(Word.TOTAL, "Day so far"),
                    Map.entry(Word.MERGED, "together"),
                    Map.entry(Word.CLOSED_DAY, "Yesterday, whole day"),
                    Map.entry(Word.STORE, "Store"),
                    Map.entry(Word.ITEM, "Item"),
                    Map.entry(Word.COMPETITOR, "Competitor (estimated)"),
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
        /** The slot's column. */
        SLOT,
        /** The column of the paid amount. */
        AMOUNT,
        /** The column of the visitors. */
        VISITORS,
        /** The column of the buyers. */
        BUYERS,
        /** The column of the conversion. */
        CONVERSION,
        /** The line of the totals. */
        TOTAL,
        /** What adjoining slots have together. */
        MERGED,
        /** Heading of the closed day. */
        CLOSED_DAY,
        /** Heading of the store's table. */
        STORE,
        /** Heading of an item's table. */
        ITEM,
        /** Heading of a competitor's table. */
        COMPETITOR,
        /** What stands before the head of the audit chain. */
        AUDIT_CHAIN
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
}
