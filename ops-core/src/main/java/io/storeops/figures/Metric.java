package io.storeops.figures;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What a reading can say of a subject (关键数据). The three key metrics are always due (R18); the others are taken where a
 * source has them.
 */
public enum Metric {
    /** Paid amount in minor units, refunds not deducted (销售). */
    AMOUNT("amount_minor", true, true),
    /** Visitors, de-duplicated persons (流量, UV). Not additive: neither over slots nor over items (R33). */
    VISITORS("visitors", true, false),
    /** Paid buyers. */
    BUYERS("buyers", true, false),
    /** Paid orders. */
    ORDERS("orders", false, true),
    /** Paid units. */
    UNITS("units", false, true),
    /** Page views. */
    PAGE_VIEWS("page_views", false, true),
    /** Amount given back, in minor units, 0 or more, kept apart from the paid amount. */
    REFUNDED("refunded_minor", false, true);

    private static final List<Metric> ALL = ImmutableList.copyOf(values());
    private static final List<Metric> KEY =
            ALL.stream().filter(metric -> metric.key).collect(ImmutableList.toImmutableList());

    private final String column;
    private final boolean key;
    private final boolean additive;

    Metric(String column, boolean key, boolean additive) {
        this.column = column;
        this.key = key;
        this.additive = additive;
    }

    /**
     * The name in tables and files.
     *
     * @return as in {@code amount_minor}
     */
    public String column() {
        return column;
    }

    /**
     * Whether direct slot values may be added up to a day's total. Differences of a cumulative counter always may.
     *
     * @return false for persons, who are de-duplicated
     */
    public boolean additive() {
        return additive;
    }

    /**
     * All metrics.
     *
     * @return in order of declaration
     */
    public static List<Metric> all() {
        return ALL;
    }

    /**
     * The metrics that every release must have (R31).
     *
     * @return AMOUNT, VISITORS, BUYERS
     */
    public static List<Metric> keyMetrics() {
        return KEY;
    }
}
