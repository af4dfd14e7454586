package io.storeops.position;

import io.storeops.authority.Bound;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.id.IdText;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How single fields of a roster's document are read, the same in every part of it. */
final class DocumentFields {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");

    private DocumentFields() {}

    static LocalDate date(JsonReader place) {
        return place.as("is not a date (expected yyyy-MM-dd)", LocalDate::parse);
    }

    static Bound bound(JsonReader place) {
        return place.as(Bound.RULE, Bound::parse);
    }

    static LocalTime time(JsonReader place) {
        return place.as("is not a local time (expected HH:mm)", LocalTime::parse);
    }

    static Duration duration(JsonReader place) {
        Duration duration = place.as("is not a duration (expected ISO 8601, something like PT10M)", Duration::parse);
        if (duration.isNegative()) {
            throw place.refusal("is negative");
        }
        return duration;
    }

    static Role role(JsonReader place) {
        return place.as("is not a role", Role::of);
    }

    static Right right(JsonReader place) {
        Right right = place.as("is not a right (expected something like EXECUTE:X1 or INSTRUCT)", Right::parse);
        if (!Right.known().contains(right)) {
            throw place.refusal("is an unknown right; known: " + Right.known());
        }
        return right;
    }

    static String word(JsonReader place) {
        return place.as("is not a word (expected something like PAGE_PRICE)", Duty::word);
    }

    static String id(JsonReader place) {
        return place.as("is not an id", text -> IdText.checked("id", text));
    }

    /** A decimal, which stands as text because 4.80 and 4.8 are one number in JSON, but not one precision. */
    static BigDecimal decimal(JsonReader place) {
        return place.as("is not a decimal of 0 or more (expected something like \"4.80\")", text -> {
            if (!DECIMAL.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return new BigDecimal(text);
        });
    }

    /** A decimal of 0 to 1. */
    static BigDecimal share(JsonReader place) {
        BigDecimal share = decimal(place);
        if (share.compareTo(BigDecimal.ONE) > 0) {
            throw place.refusal("is above 1");
        }
        return share;
    }

    static long atLeast(long least, JsonReader place) {
        long number = place.number();
        if (number < least) {
            throw place.refusal("is below " + least);
        }
        return number;
    }

    /** A name that is a member's key instead of its value. */
    static <T> T key(JsonReader parent, String name, String rule, Function<String, T> parser) {
        return key(parent, name).as(rule, parser);
    }

    static JsonReader key(JsonReader parent, String name) {
        return new JsonReader(parent.document(), parent.path(), Json.of(name));
    }

    /** One of the constants of a type; what they are comes with its article, as in "a cadence". */
    static <E extends Enum<E>> E constant(JsonReader place, String what, Class<E> type) {
        String name = place.text();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw place.refusal("is not " + what + "; known: " + Arrays.toString(type.getEnumConstants()));
    }

    static Optional<String> findText(JsonReader parent, String name) {
        return parent.findMember(name).map(JsonReader::text);
    }

    /** A member, or what is usual where there is none. */
    static <T> T member(JsonReader parent, String name, Function<JsonReader, ? extends T> read, T usual) {
        return parent.findMember(name).<T>map(read).orElse(usual);
    }

    /** The elements of an array that may be absent, each at most once. */
    static <T> List<T> each(JsonReader parent, String name, Function<JsonReader, T> element) {
        return member(parent, name, place -> each(place, element), List.of());
    }

    static <T> List<T> each(JsonReader array, Function<JsonReader, T> element) {
        List<T> found = new ArrayList<>();
        for (JsonReader place : array.elements()) {
            T value = element.apply(place);
            if (found.contains(value)) {
                throw place.refusal("stands twice");
            }
            found.add(value);
        }
        return List.copyOf(found);
    }

    /** The members of an object, their names and their values read each by its own rule. */
    static <K extends Comparable<? super K>, V> SortedMap<K, V> map(
            JsonReader place, Function<JsonReader, K> key, Function<JsonReader, V> value) {
        SortedMap<K, V> found = new TreeMap<>();
        for (String name : place.names()) {
            K read = key.apply(key(place, name));
            found.put(read, value.apply(place.member(name)));
        }
        return found;
    }

    /** The same of a member that may be absent. */
    static <K extends Comparable<? super K>, V> SortedMap<K, V> map(
            JsonReader parent, String name, Function<JsonReader, K> key, Function<JsonReader, V> value) {
        return member(parent, name, place -> map(place, key, value), new TreeMap<>());
    }
}
