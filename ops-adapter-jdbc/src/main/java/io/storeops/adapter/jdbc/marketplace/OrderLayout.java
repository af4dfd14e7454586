package io.storeops.adapter.jdbc.marketplace;

import io.storeops.figures.OrderFeed.Grain;
import java.util.Map;
import java.util.Set;

/**
 * How a row is an order or a line of one.
 *
 * @param layout the statement and its columns
 * @param grain what a row stands for
 * @param status by column what its words mean
 * @param requested whether the statement gives every order paid in the period that is asked for, so that an hour without one sold nothing
 */
record OrderLayout(Layout layout, Grain grain, Map<String, Words> status, boolean requested) {
    /**
     * What the words of a status mean. Any other is a problem of its row.
     *
     * @param counts with which a row counts
     * @param unpaid with which nobody has paid, or it was undone, whatever time of payment the row has
     * @param cancels with which a row only takes back an earlier order
     */
    record Words(Set<String> counts, Set<String> unpaid, Set<String> cancels) {
        Words {
            counts = Set.copyOf(counts);
            unpaid = Set.copyOf(unpaid);
            cancels = Set.copyOf(cancels);
        }
    }

    OrderLayout {
        status = Map.copyOf(status);
    }
}
