package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value of a field of a listing, so written that two values are the same if and only if their texts are (D33): a price or a stock as
 * digits, images as their SHA-256 in order, attributes as a set, any other text in composed form (NFC) and trimmed. Immutable.
 *
 * @param field what of a listing
 * @param text the value
 */
public record ListingValue(ListingField field, String text) {
    private static final String BETWEEN_IMAGES = " ";

    /** The column of the text, the same in every table that has one. */
    static final Column<String> TEXT =
            Column.text("value_text", "the value: digits, hashes of images, or the text itself");

    /** The column of the hash, the same in every table that has one. */
    static final Column<Sha256> HASH =
            Column.text("value_sha256", "the SHA-256 of value_text").as(Sha256.class, Sha256::parse, Sha256::toString);

    /**
     * Writes the text as one writes it.
     *
     * @throws IllegalArgumentException if a price is not a whole number of 1 or more, a stock none of 0 or more, an image is not named
     *     by its SHA-256, or a text is blank
     */
    public ListingValue {
        requireNonNull(field, "field");
        text = switch (field) {
            case PRICE_MINOR -> whole(field, text, 1);
            case FLASH_PRICE_MINOR -> FlashPrice.parse(text).toString();
            case STOCK -> whole(field, text, 0);
            case IMAGE ->
                Stream.of(text.strip().split(BETWEEN_IMAGES))
                        .map(hex -> Sha256.parse(hex).hex())
                        .collect(Collectors.joining(BETWEEN_IMAGES));
            case PAGE, PAGE_PC, PAGE_WIRELESS, TITLE, ATTRIBUTES -> composed(text);
        };
        if (text.isEmpty()) {
            throw new IllegalArgumentException("The value of " + field + " is blank; there is nothing to show");
        }
    }

    private static String whole(ListingField field, String text, long least) {
        try {
            long number = Long.parseLong(text);
            if (number >= least) {
                return Long.toString(number);
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is too small.
        }
        throw new IllegalArgumentException(
                "The value of " + field + " is a whole number of " + least + " or more, not '" + text + "'");
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /**
     * A price.
     *
     * @param minor in minor units of the store's currency, 1 or more
     * @return the value
     */
    public static ListingValue price(long minor) {
        return new ListingValue(ListingField.PRICE_MINOR, Long.toString(minor));
    }

    /**
     * A limited price.
     *
     * @param flash the price with its window and quota
     * @return the value
     */
    public static ListingValue flash(FlashPrice flash) {
        return new ListingValue(ListingField.FLASH_PRICE_MINOR, flash.toString());
    }

    /**
     * A stock.
     *
     * @param units in units, 0 or more
     * @return the value
     */
    public static ListingValue stock(long units) {
        return new ListingValue(ListingField.STOCK, Long.toString(units));
    }

    /**
     * The images of a listing.
     *
     * @param images the SHA-256 of the bytes of each, in order, at least one
     * @return the value
     */
    public static ListingValue images(List<Sha256> images) {
        return new ListingValue(
                ListingField.IMAGE, images.stream().map(Sha256::hex).collect(Collectors.joining(BETWEEN_IMAGES)));
    }

    /**
     * The attributes of a listing; their order does not matter, an extra one does.
     *
     * @param attributes the values by name
     * @return the value
     */
    public static ListingValue attributes(Map<String, String> attributes) {
        Map<String, Json> members = new TreeMap<>();
        attributes.forEach((name, value) -> members.put(composed(name), Json.of(composed(value))));
        return new ListingValue(ListingField.ATTRIBUTES, Json.object(members).canonical());
    }

    /**
     * The SHA-256 of the text.
     *
     * @return the hash
     */
    public Sha256 sha256() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return field + " " + (text.length() > 40 ? text.substring(0, 40) + "..." : text);
    }
}
