package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Store;

/**
 * What is asked of a {@link StockFeed}: what the ERP can sell of all SKUs of a store.
 *
 * @param store the store
 */
public record StockRequest(Store store) {
    /** Checks for null. */
    public StockRequest {
        requireNonNull(store, "store");
    }
}
