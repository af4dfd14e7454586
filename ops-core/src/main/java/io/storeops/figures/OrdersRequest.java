package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Store;
import java.time.Instant;

/**
 * What is asked of an {@link OrderFeed}: the orders paid in a half-open period.
 *
 * @param store the store
 * @param from the first instant, included
 * @param to the end, excluded
 */
public record OrdersRequest(Store store, Instant from, Instant to) {
    /**
     * Checks the period.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public OrdersRequest {
        requireNonNull(store, "store");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The period ends at " + to + ", before it begins at " + from);
        }
    }
}
