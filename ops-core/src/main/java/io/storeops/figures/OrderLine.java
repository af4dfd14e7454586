package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An order, or a line of one, as an order source gives it. No buyer, no address: personal columns are dropped where the
 * file is read.
 *
 * @param orderId the order
 * @param itemId the item; empty where the source speaks of whole orders
 * @param paidAt when it was paid; empty if it was not
 * @param grossMinor what was paid, in minor units of the store's currency, refunds not deducted, 0 or more
 * @param refundedMinor what was given back, in minor units, 0 or more
 * @param units how many units were paid, 0 or more; empty where the source does not say
 * @param cancels whether the line only takes back an earlier order, so that it is no order itself
 */
public record OrderLine(
        String orderId,
        Optional<String> itemId,
        Optional<Instant> paidAt,
        long grossMinor,
        long refundedMinor,
        OptionalLong units,
        boolean cancels) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if an amount or the units are negative
     */
    public OrderLine {
        requireNonNull(orderId, "orderId");
        requireNonNull(itemId, "itemId");
        requireNonNull(paidAt, "paidAt");
        if (grossMinor < 0 || refundedMinor < 0 || units.orElse(0) < 0) {
            throw new IllegalArgumentException("Order " + orderId + " has amounts and units of 0 or more, not "
                    + grossMinor + ", " + refundedMinor + ", " + units);
        }
    }
}
