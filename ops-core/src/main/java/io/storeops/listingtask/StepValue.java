package io.storeops.listingtask;

import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/**
 * What a step of a listing or an optimisation is to show, so written that two values are the same if and only if their texts are (D33):
 * images by their SHA-256 in order, a price in minor units, attributes as a set as {@link ListingValue#attributes} writes it, any other
 * text in composed form (NFC) and trimmed. Targets of an optimisation that are no field of a listing, as STORE_PAGE,
 * ACTIVITY_RECOMMENDATION or LIST_DELIST, are texts; LISTING_TIME is a {@link ListingHour}.
 */
final class StepValue {
    private static final String LISTING_TIME = "LISTING_TIME";

    private static final Map<String, ListingField> FIELDS = Map.of(
            "IMAGE", ListingField.IMAGE,
            "PRICE", ListingField.PRICE_MINOR,
            "TITLE", ListingField.TITLE,
            "PAGE", ListingField.PAGE,
            "PAGE_PC", ListingField.PAGE_PC,
            "PAGE_WIRELESS", ListingField.PAGE_WIRELESS,
            "ATTRIBUTES", ListingField.ATTRIBUTES);

    private StepValue() {}

    /** The field of a listing that a step sets; empty if it sets something else. */
    static Optional<ListingField> field(String step) {
        return Optional.ofNullable(FIELDS.get(step));
    }

    /**
     * The one text of a value.
     *
     * @throws IllegalArgumentException if it is no value of the step
     */
    static String text(String step, String given) {
        Optional<ListingField> field = field(step);
        if (field.isPresent()) {
            return new ListingValue(field.get(), given).text();
        }
        if (step.equals(LISTING_TIME)) {
            return ListingHour.parse(given).toString();
        }
        String text = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("The value of " + step + " is blank; there is nothing to show");
        }
        return text;
    }
}
