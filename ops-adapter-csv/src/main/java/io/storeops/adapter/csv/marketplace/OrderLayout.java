package io.storeops.adapter.csv.marketplace;

import io.storeops.figures.OrderFeed.Grain;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a row of a file is an order or a line of one. The amount stands in one column (GROSS), or is QUANTITY times PRICE;
 * then a total below 0 is given back.
 *
 * @param grain what a row stands for
 * @param unit whether amounts are in major or minor units
 * @param columns the header of each role
 * @param cancellationPrefix what the ids of cancellations begin with, if the file has cancellations
 * @param nothingRefunded the cells of REFUNDED that say that nothing was given back, beside 0
 */
record OrderLayout(
        Grain grain,
        AmountUnit unit,
        Map<Role, String> columns,
        Optional<String> cancellationPrefix,
        Set<String> nothingRefunded) {
    /** What a column can be for an order. */
    enum Role {
        /** The order's id. */
        ORDER,
        /** The item's id. */
        ITEM,
        /** When it was paid; missing if it was not. */
        PAID_AT,
        /** What was paid, refunds not deducted. */
        GROSS,
        /** What was given back, 0 or more. */
        REFUNDED,
        /** How many units were paid. */
        UNITS,
        /** How many units the line has, below 0 if they came back. */
        QUANTITY,
        /** The price of one unit. */
        PRICE
    }

    OrderLayout {
        columns = Map.copyOf(columns);
        nothingRefunded = Set.copyOf(nothingRefunded);
    }
}
