package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;

/**
 * What was sold, as the host tells: as far as it is needed to say what a wrong price cost (D8). No buyer stands in it.
 *
 * @param store the store
 * @param subject the SKU, or an item that has one
 * @param orderId the order
 * @param paidAt when it was paid
 * @param units how many units, 1 or more
 * @param paidUnitMinor what was paid for each, in minor units of the store's currency, 0 or more
 */
public record SoldLine(StoreId store, String subject, String orderId, Instant paidAt, long units, long paidUnitMinor) {
    private static final Column<String> ORDER = Column.text("order_id", "the order");
    private static final Column<Instant> PAID = Column.instant("paid_at", "when it was paid");
    private static final Column<Long> UNITS = Column.number("units", "how many units");
    private static final Column<Long> UNIT = Column.number("paid_unit_minor", "what was paid for each");

    static final String BY_PAID = "by_paid";

    /** The table of what was sold. */
    public static final Table<SoldLine> TABLE = Table.of("sold_line", SoldLine::store)
            .column(AnomalyKey.SUBJECT, SoldLine::subject)
            .column(PAID, SoldLine::paidAt)
            .column(ORDER, SoldLine::orderId)
            .column(UNITS, SoldLine::units)
            .column(UNIT, SoldLine::paidUnitMinor)
            .key(AnomalyKey.SUBJECT, PAID, ORDER)
            .path(BY_PAID, PAID)
            .reads(row -> new SoldLine(
                    row.store(),
                    row.get(AnomalyKey.SUBJECT),
                    row.get(ORDER),
                    row.get(PAID),
                    row.get(UNITS),
                    row.get(UNIT)));

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if an id breaks the rule of {@link IdText}, or there is less than a unit or a price below 0
     */
    public SoldLine {
        requireNonNull(store, "store");
        IdText.checked("SKU id", subject);
        IdText.checked("order id", orderId);
        requireNonNull(paidAt, "paidAt");
        if (units < 1 || paidUnitMinor < 0) {
            throw new IllegalArgumentException(
                    "Order " + orderId + " has 1 unit or more at 0 or more, not " + units + " at " + paidUnitMinor);
        }
    }

    /** What was sold of a subject from an instant until before another, in the order of payment. */
    static List<SoldLine> of(Context context, String subject, Instant from, Instant to) {
        return context.rows()
                .all(Query.of(TABLE, context.store().id())
                        .where(subject)
                        .from(from)
                        .to(to));
    }
}
