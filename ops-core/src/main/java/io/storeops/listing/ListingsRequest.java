package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Store;

/**
 * What is asked of a {@link ListingFeed}: all listings of a store, as they are shown.
 *
 * @param store the store
 */
public record ListingsRequest(Store store) {
    /** Checks for null. */
    public ListingsRequest {
        requireNonNull(store, "store");
    }
}
