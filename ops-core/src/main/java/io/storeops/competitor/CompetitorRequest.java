package io.storeops.competitor;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Store;

/**
 * What is asked of a {@link CompetitorFeed}: all rivals' items that are watched for a store, as they are shown.
 *
 * @param store the store
 */
public record CompetitorRequest(Store store) {
    /** Checks for null. */
    public CompetitorRequest {
        requireNonNull(store, "store");
    }
}
