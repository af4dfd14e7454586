package io.storeops.listing;

import io.storeops.id.IdText;

/**
 * A row of a {@link StockFeed}: what the ERP can sell of a SKU. Immutable.
 *
 * @param skuId the SKU, or an item that is its only one
 * @param units how many units, 0 or more
 */
public record StockLevel(String skuId, long units) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or there are fewer than 0 units
     */
    public StockLevel {
        IdText.checked("SKU id", skuId);
        SellableStock.requireUnits(skuId, units);
    }
}
