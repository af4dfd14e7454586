package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Store;
import java.util.Optional;

/**
 * One field of one listing, as it is asked for at a marketplace.
 *
 * @param store the store
 * @param itemId the item's id on the marketplace
 * @param skuId the SKU's id there, for fields that each SKU has its own of; that of the item if the item is its only SKU
 * @param field what of it
 */
public record ListedField(Store store, String itemId, Optional<String> skuId, ListingField field) {
    /**
     * Checks the SKU.
     *
     * @throws IllegalArgumentException if a SKU is named for a field of the item, or none for a field of a SKU
     */
    public ListedField {
        requireNonNull(store, "store");
        requireNonNull(itemId, "itemId");
        requireNonNull(field, "field");
        if (field.ofSku() != skuId.isPresent()) {
            throw new IllegalArgumentException(
                    field + " is " + (field.ofSku() ? "a SKU's; name it" : "the item's; it has no SKU " + skuId.get()));
        }
    }

    /**
     * Whose field it is.
     *
     * @return the SKU's id for a field of a SKU, else the item's
     */
    public String subject() {
        return skuId.orElse(itemId);
    }
}
