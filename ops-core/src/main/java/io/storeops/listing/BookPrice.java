package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of a {@link PriceBookFeed}: the approved price of a SKU. Immutable.
 *
 * @param skuId the SKU, or an item that is its only one
 * @param priceMinor the price in minor units of the store's currency, 1 or more
 * @param effectiveFrom from when on it is approved; empty if the source does not say, then as of the page
 */
public record BookPrice(String skuId, long priceMinor, Optional<Instant> effectiveFrom) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or the price is below 1
     */
    public BookPrice {
        IdText.checked("SKU id", skuId);
        PriceChange.requirePrice(skuId, priceMinor);
        requireNonNull(effectiveFrom, "effectiveFrom");
    }
}
