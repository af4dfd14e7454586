package io.storeops.catalog;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.kpi.Score;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.LocalDate;

/**
 * The amount a store is to meet or exceed in a period (销售运营目标, R14).
 *
 * @param store the store
 * @param from the first date in the store's zone
 * @param to the last date, included
 * @param amountMinor the amount in minor units of the store's currency, 0 or more
 */
public record SalesTarget(StoreId store, LocalDate from, LocalDate to, long amountMinor) {
    private static final Column<LocalDate> FROM = Column.date("period_from", "first date of the period");
    private static final Column<LocalDate> TO = Column.date("period_to", "last date of the period, included");
    private static final Column<Long> AMOUNT = Column.number("amount_minor", "target in minor units");

    /** The table of targets, one row a period. */
    public static final Table<SalesTarget> TABLE = Table.of("sales_target", SalesTarget::store)
            .column(FROM, SalesTarget::from)
            .column(TO, SalesTarget::to)
            .column(AMOUNT, SalesTarget::amountMinor)
            .key(FROM, TO)
            .keptByHand()
            .reads(row -> new SalesTarget(row.store(), row.get(FROM), row.get(TO), row.get(AMOUNT)));

    /**
     * Checks the period and the amount.
     *
     * @throws IllegalArgumentException if the period ends before it begins or the amount is negative
     */
    public SalesTarget {
        requireNonNull(store, "store");
        if (to.isBefore(from) || amountMinor < 0) {
            throw new IllegalArgumentException(
                    "A target has a period and an amount of 0 or more, not " + from + " to " + to + ", " + amountMinor);
        }
    }

    /**
     * How far an actual amount reaches.
     *
     * @param actualMinor the actual amount of the period in minor units
     * @return actual / target; undefined for a target of 0
     */
    public Score attainment(long actualMinor) {
        return new Score(Kpi.TARGET, Ratio.of(actualMinor, amountMinor));
    }

    /**
     * Whether the target is met.
     *
     * @param actualMinor the actual amount of the period in minor units
     * @return true if the actual amount is at least the target
     */
    public boolean metBy(long actualMinor) {
        return actualMinor >= amountMinor;
    }

    /**
     * What is missing.
     *
     * @param actualMinor the actual amount of the period in minor units
     * @return the remaining gap in minor units, 0 once met
     */
    public long gap(long actualMinor) {
        return Math.max(0, amountMinor - actualMinor);
    }
}
