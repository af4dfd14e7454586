package io.storeops.examples.replay;

import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.listing.ListingValue;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How the scenarios write down what a step of a listing is to show, or shows. */
final class ListedValues {
    /** What instructions call the steps otherwise than by their names in small letters. */
    private static final Map<String, String> STEPS = Map.of("images", "IMAGE", "price_minor", "PRICE");

    private ListedValues() {}

    /** The values of an instruction by step. */
    static Map<String, String> of(JsonReader instruction) {
        Map<String, String> values = new TreeMap<>();
        instruction.names().forEach(name -> {
            String step = STEPS.getOrDefault(name, name.toUpperCase(Locale.ROOT));
            instruction.findMember(name).ifPresent(place -> values.put(step, text(step, place)));
        });
        return values;
    }

    /** The values of a read-back, which names steps. */
    static Map<String, String> read(JsonReader readBack) {
        Map<String, String> values = new TreeMap<>();
        readBack.names()
                .forEach(step -> readBack.findMember(step).ifPresent(place -> values.put(step, text(step, place))));
        return values;
    }

    /** Images by their hashes in order, a price as a number, attributes as an object, anything else as a text. */
    static String text(String step, JsonReader place) {
        if (place.value() instanceof Json.Arr) {
            return ListingValue.images(place.elements().stream()
                            .map(image -> image.as("is no SHA-256", Sha256::parse))
                            .toList())
                    .text();
        }
        if (place.value() instanceof Json.Obj) {
            Map<String, String> attributes = new TreeMap<>();
            place.names().forEach(name -> attributes.put(name, place.text(name)));
            return ListingValue.attributes(attributes).text();
        }
        return place.value() instanceof Json.Num ? Long.toString(place.number()) : place.text();
    }
}
