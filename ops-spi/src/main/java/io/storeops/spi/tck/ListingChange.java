package io.storeops.spi.tck;

import static java.util.Objects.requireNonNull;

import io.storeops.listing.ListedField;
import io.storeops.listing.ListingValue;

/**
 * A change that the kit may make through a {@link io.storeops.listing.ListingEditor}: two values of one field, which the marketplace takes
 * as they are. Immutable.
 *
 * @param at which field of which listing
 * @param value a value that may be written
 * @param other another one
 */
public record ListingChange(ListedField at, ListingValue value, ListingValue other) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if they are equal, or of another field
     */
    public ListingChange {
        requireNonNull(at, "at");
        requireNonNull(value, "value");
        requireNonNull(other, "other");
        if (value.equals(other) || value.field() != at.field() || other.field() != at.field()) {
            throw new IllegalArgumentException(
                    "A change has two values of " + at.field() + ", not " + value + " and " + other);
        }
    }
}
