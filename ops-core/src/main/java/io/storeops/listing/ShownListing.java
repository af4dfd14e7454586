package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.IdText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of a {@link ListingFeed}: what a listing shows of an item, or of one of its SKUs and, where the row has it, of the item too.
 * Immutable.
 *
 * @param itemId the item's id on the marketplace
 * @param skuId the SKU's id there; empty if the row is the item's, or the item is its only SKU
 * @param values what is shown, at most one value a field, copied; a field that the source leaves out is not among them
 * @param stockTracked whether the marketplace counts the stock; one that it does not count is sold without end, whatever number it shows
 */
public record ShownListing(String itemId, Optional<String> skuId, List<ListingValue> values, boolean stockTracked) {
    /**
     * Copies the values.
     *
     * @throws IllegalArgumentException if an id breaks the rule of {@link IdText}, or a field has two values
     */
    public ShownListing {
        IdText.checked("item id", itemId);
        requireNonNull(skuId, "skuId").ifPresent(sku -> IdText.checked("SKU id", sku));
        values = ImmutableList.copyOf(values);
        Set<ListingField> seen = new HashSet<>();
        for (ListingValue value : values) {
            if (!seen.add(value.field())) {
                throw new IllegalArgumentException(
                        "The listing " + skuId.orElse(itemId) + " shows two values of " + value.field());
            }
        }
    }

    /**
     * What is shown of a field.
     *
     * @param field the field
     * @return the value; empty if the source left it out
     */
    public Optional<ListingValue> find(ListingField field) {
        return values.stream().filter(value -> value.field() == field).findFirst();
    }
}
