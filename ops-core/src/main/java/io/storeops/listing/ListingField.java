package io.storeops.listing;

import io.storeops.storage.Column;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a listing can be written and read back. Prices and stock are a SKU's, the rest is the item's (D88). */
public enum ListingField {
    /** The price shown, in minor units. */
    PRICE_MINOR(true),
    /** The limited price (秒杀) of an activity with its window and quota, which takes the place of the price shown while it lasts. */
    FLASH_PRICE_MINOR(true),
    /** The stock shown, in units. */
    STOCK(true),
    /** The detail page, where the platform has but one. */
    PAGE(false),
    /** The detail page for computers. */
    PAGE_PC(false),
    /** The detail page for phones (无线). */
    PAGE_WIRELESS(false),
    /** The images, in order. */
    IMAGE(false),
    /** The title. */
    TITLE(false),
    /** The attributes, as a set. */
    ATTRIBUTES(false);

    /** The column of a field, the same in every table that has one. */
    static final Column<ListingField> COLUMN =
            Column.constant("field", "what of the listing, as in PRICE_MINOR", ListingField.class);

    private final boolean ofSku;

    ListingField(boolean ofSku) {
        this.ofSku = ofSku;
    }

    /**
     * Whether each SKU has its own.
     *
     * @return true for price and stock
     */
    public boolean ofSku() {
        return ofSku;
    }

    /**
     * Whether it says what a unit costs, so that whoever may not set prices writes approved ones alone (D10).
     *
     * @return true for the price shown and the limited one
     */
    public boolean price() {
        return this == PRICE_MINOR || this == FLASH_PRICE_MINOR;
    }

    /** Whether it is words or pictures, of which it may be unknown what is approved (D9). */
    boolean content() {
        return !ofSku;
    }

    /**
     * The name in files.
     *
     * @return as in {@code price_minor}
     */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The field of a name in files.
     *
     * @param name as in {@code price_minor}
     * @return the field; empty if no field has the name
     */
    public static Optional<ListingField> find(String name) {
        return Stream.of(values())
                .filter(field -> field.fileName().equals(name))
                .findFirst();
    }
}
