package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Store;

/**
 * What is asked of a {@link PriceBookFeed}: the approved prices of all SKUs of a store.
 *
 * @param store the store
 */
public record PriceBookRequest(Store store) {
    /** Checks for null. */
    public PriceBookRequest {
        requireNonNull(store, "store");
    }
}
