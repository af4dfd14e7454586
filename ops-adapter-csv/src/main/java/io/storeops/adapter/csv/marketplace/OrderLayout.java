package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.AmountUnit;
import io.storeops.adapter.csv.file.NamedPeriod;
import io.storeops.adapter.csv.file.TimeText;
import io.storeops.figures.OrderFeed.Grain;
import java.util.List;
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
 * @param rules which rows count
 * @param statement how a file states the period of which it has every order
 */
record OrderLayout(
        Grain grain,
        AmountUnit unit,
        Map<Role, String> columns,
        Optional<String> cancellationPrefix,
        Set<String> nothingRefunded,
        RowRules rules,
        Statement statement) {
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
        PRICE,
        /** The currency of the amount, which must be the store's. */
        CURRENCY,
        /** Who bought; only how many there are is counted. */
        BUYER
    }

    /**
     * Which rows count.
     *
     * @param carriedDown the columns whose cells stand on an order's first line only and hold for its further lines too
     * @param furtherLines whether a record of the order above that has no amount is a further line of it, and no order
     * @param accepted by column the words with which a row counts; any other is a problem
     * @param unpaid by column the words with which a row is an order that nobody has paid, or that was undone, whatever time of payment it has
     * @param unread the columns that may look as if they said that a row does not count, and do not
     * @param newestRules whether the files are snapshots in the order of their names, so that of an order the last one rules
     */
    record RowRules(
            Set<String> carriedDown,
            boolean furtherLines,
            Map<String, Set<String>> accepted,
            Map<String, Set<String>> unpaid,
            Set<String> unread,
            boolean newestRules) {
        RowRules {
            carriedDown = Set.copyOf(carriedDown);
            accepted = Map.copyOf(accepted);
            unpaid = Map.copyOf(unpaid);
            unread = Set.copyOf(unread);
        }
    }

    /**
     * How a file states its period: by its name, or by the dates that stand in one of its columns.
     *
     * @param names the patterns of names, tried in order
     * @param column the column, if there is one
     * @param dates how the dates of that column are written
     */
    record Statement(List<NamedPeriod> names, Optional<String> column, List<TimeText> dates) {
        /** No file states a period. */
        static final Statement NONE = new Statement(List.of(), Optional.empty(), List.of());

        Statement {
            names = List.copyOf(names);
            dates = List.copyOf(dates);
        }
    }

    OrderLayout {
        columns = Map.copyOf(columns);
        nothingRefunded = Set.copyOf(nothingRefunded);
    }
}
