package io.storeops.promotion;

import io.storeops.id.IdText;

/**
 * The approved price of a SKU before any promotion. Immutable.
 *
 * @param sku the SKU (D88)
 * @param minor the price in minor units, 0 (a gift) to {@link Cut#MOST_MINOR}
 */
public record ApprovedPrice(String sku, long minor) {
    /**
     * Checks the price.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or the price is out of range
     */
    public ApprovedPrice {
        IdText.checked("SKU id", sku);
        Cut.checked("price of SKU " + sku, minor);
    }
}
