package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An order, or a line of one, as an order source gives it. No name, no address: personal columns are dropped where the
 * file is read.
 *
 * @param orderId the order
 * @param itemId the item; empty where the source speaks of whole orders
 * @param paidAt when it was paid; empty if it was not
 * @param grossMinor what was paid, in minor units of the store's currency, refunds not deducted, 0 or more
 * @param refundedMinor what was given back, in minor units, 0 or more
 * @param units how many units were paid, 0 or more; empty where the source does not say
 * @param cancels whether the line only takes back an earlier order, so that it is no order itself
 * @param line the line of its extract at which it starts, from 1; 0 if the source has no lines
 * @param buyer a word that only tells buyers apart, the same in all rows of one collection; nobody keeps it. Empty where the source
 *     does not say
 */
public record OrderLine(
        String orderId,
        Optional<String> itemId,
        Optional<Instant> paidAt,
        long grossMinor,
        long refundedMinor,
        OptionalLong units,
        boolean cancels,
        long line,
        Optional<String> buyer) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if an amount, the units or the line are negative
     */
    public OrderLine {
        requireNonNull(orderId, "orderId");
        requireNonNull(itemId, "itemId");
        requireNonNull(paidAt, "paidAt");
        requireNonNull(buyer, "buyer");
        if (grossMinor < 0 || refundedMinor < 0 || units.orElse(0) < 0) {
            throw new IllegalArgumentException("Order " + orderId + " has amounts and units of 0 or more, not "
                    + grossMinor + ", " + refundedMinor + ", " + units);
        }
        if (line < 0) {
            throw new IllegalArgumentException("A line is 0 or more, not " + line);
        }
    }

    /**
     * A line of a source that has no lines of text.
     *
     * @param orderId the order
     * @param itemId the item; empty where the source speaks of whole orders
     * @param paidAt when it was paid; empty if it was not
     * @param grossMinor what was paid, refunds not deducted, 0 or more
     * @param refundedMinor what was given back, 0 or more
     * @param units how many units were paid; empty where the source does not say
     * @param cancels whether the line only takes back an earlier order
     */
    public OrderLine(
            String orderId,
            Optional<String> itemId,
            Optional<Instant> paidAt,
            long grossMinor,
            long refundedMinor,
            OptionalLong units,
            boolean cancels) {
        this(orderId, itemId, paidAt, grossMinor, refundedMinor, units, cancels, 0, Optional.empty());
    }

    /**
     * An order of which only the amount is known, paid and nothing given back.
     *
     * @param orderId the order
     * @param paidAt when it was paid
     * @param grossMinor what was paid, 0 or more
     * @return the order
     */
    public static OrderLine paid(String orderId, Instant paidAt, long grossMinor) {
        return new OrderLine(
                orderId,
                Optional.empty(),
                Optional.of(paidAt),
                grossMinor,
                0,
                OptionalLong.empty(),
                false,
                0,
                Optional.empty());
    }

    /**
     * An order that nobody has paid.
     *
     * @param orderId the order
     * @return the order, with an amount of 0
     */
    public static OrderLine unpaid(String orderId) {
        return new OrderLine(
                orderId, Optional.empty(), Optional.empty(), 0, 0, OptionalLong.empty(), false, 0, Optional.empty());
    }

    /**
     * The same with an item.
     *
     * @param item the item's id
     * @return the line
     */
    public OrderLine ofItem(String item) {
        return new OrderLine(
                orderId, Optional.of(item), paidAt, grossMinor, refundedMinor, units, cancels, line, buyer);
    }

    /**
     * The same with an amount given back.
     *
     * @param minor what was given back, 0 or more
     * @return the line
     */
    public OrderLine refunded(long minor) {
        return new OrderLine(orderId, itemId, paidAt, grossMinor, minor, units, cancels, line, buyer);
    }

    /**
     * The same with units.
     *
     * @param count how many units were paid, 0 or more
     * @return the line
     */
    public OrderLine ofUnits(long count) {
        return new OrderLine(
                orderId, itemId, paidAt, grossMinor, refundedMinor, OptionalLong.of(count), cancels, line, buyer);
    }

    /**
     * The same as a line that only takes back.
     *
     * @return the line
     */
    public OrderLine cancelling() {
        return new OrderLine(orderId, itemId, paidAt, grossMinor, refundedMinor, units, true, line, buyer);
    }

    /**
     * The same at a place of its extract.
     *
     * @param at the line at which it starts, from 1; 0 for none
     * @return the line
     */
    public OrderLine atLine(long at) {
        return new OrderLine(orderId, itemId, paidAt, grossMinor, refundedMinor, units, cancels, at, buyer);
    }

    /**
     * The same with its buyer.
     *
     * @param word a word that only tells buyers apart, as a keyed hash of a name does
     * @return the line
     */
    public OrderLine boughtBy(String word) {
        return new OrderLine(
                orderId, itemId, paidAt, grossMinor, refundedMinor, units, cancels, line, Optional.of(word));
    }
}
