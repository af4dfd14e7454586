package io.storeops.json;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A place in a document, with its path, for readers that turn documents into values. {@code text}, {@code number} and the
 * like throw {@link DocumentException} with path, value and rule; {@code find...} is empty for an absent or null member.
 * Immutable.
 *
 * @param document what is read, for messages
 * @param path where this is
 * @param value what stands here
 */
public record JsonReader(String document, String path, Json value) {
    /** Checks for null. */
    public JsonReader {
        requireNonNull(document, "document");
        requireNonNull(path, "path");
        requireNonNull(value, "value");
    }

    /**
     * The root of a document.
     *
     * @param document what is read, for messages
     * @param value the whole document
     * @return the root
     */
    public static JsonReader root(String document, Json value) {
        return new JsonReader(document, "$", value);
    }

    /**
     * A refusal at this place.
     *
     * @param rule what should stand here, as in "is not a date (expected yyyy-MM-dd)"
     * @return the exception, to be thrown by the caller
     */
    public DocumentException refusal(String rule) {
        return new DocumentException(document, path, value.canonical(), rule);
    }

    /**
     * A required member.
     *
     * @param name the member's name
     * @return its place
     * @throws DocumentException if this is not an object, or the member is absent or null
     */
    public JsonReader member(String name) {
        return findMember(name)
                .orElseThrow(() -> new DocumentException(
                        document, path, "the member '" + name + "'", "is missing; present: " + object().keySet()));
    }

    /**
     * A member that may be absent.
     *
     * @param name the member's name
     * @return its place, empty if absent or null
     * @throws DocumentException if this is not an object
     */
    public Optional<JsonReader> findMember(String name) {
        Json found = object().get(name);
        return found == null || found instanceof Json.Null
                ? Optional.empty()
                : Optional.of(new JsonReader(document, path + "." + name, found));
    }

    /**
     * Refuses members that nobody reads, so that a misspelt one is not silently dropped.
     *
     * @param known every name that may stand here
     * @return this place
     * @throws DocumentException naming the first unknown member and the known ones
     */
    public JsonReader onlyMembers(Set<String> known) {
        for (String name : object().keySet()) {
            if (!known.contains(name)) {
                throw new DocumentException(
                        document,
                        path,
                        "the member '" + name + "'",
                        "is unknown; known: " + known.stream().sorted().toList());
            }
        }
        return this;
    }

    /**
     * The names of the members.
     *
     * @return the names, sorted
     * @throws DocumentException if this is not an object
     */
    public List<String> names() {
        return List.copyOf(object().keySet());
    }

    /**
     * The members of an object of texts.
     *
     * @return each text by its name
     * @throws DocumentException if this is not an object, or a member not a text
     */
    public SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        names().forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    /**
     * The elements of a required array member.
     *
     * @param name the member's name
     * @return the places of its elements
     * @throws DocumentException if the member is absent or no array
     */
    public List<JsonReader> elements(String name) {
        return member(name).elements();
    }

    /**
     * The elements of this array.
     *
     * @return their places
     * @throws DocumentException if this is not an array
     */
    public List<JsonReader> elements() {
        if (!(value instanceof Json.Arr array)) {
            throw refusal("is not an array");
        }
        List<JsonReader> places = new ArrayList<>();
        for (Json element : array.elements()) {
            places.add(new JsonReader(document, path + "[" + places.size() + "]", element));
        }
        return List.copyOf(places);
    }

    /**
     * This text.
     *
     * @return the text
     * @throws DocumentException if this is not a text
     */
    public String text() {
        if (!(value instanceof Json.Text text)) {
            throw refusal("is not a text");
        }
        return text.value();
    }

    /**
     * A required text member.
     *
     * @param name the member's name
     * @return the text
     * @throws DocumentException if the member is absent or no text
     */
    public String text(String name) {
        return member(name).text();
    }

    /**
     * This whole number.
     *
     * @return the number
     * @throws DocumentException if this is not a number, or not a whole number of 64 bits
     */
    public long number() {
        if (!(value instanceof Json.Num number)) {
            throw refusal("is not a number");
        }
        try {
            return number.value().longValueExact();
        } catch (ArithmeticException e) {
            throw refusal("is not a whole number of 64 bits");
        }
    }

    /**
     * A required whole-number member.
     *
     * @param name the member's name
     * @return the number
     * @throws DocumentException if the member is absent or not a whole number
     */
    public long number(String name) {
        return member(name).number();
    }

    /**
     * This truth value.
     *
     * @return the truth value
     * @throws DocumentException if this is not a truth value
     */
    public boolean flag() {
        if (!(value instanceof Json.Bool bool)) {
            throw refusal("is not true or false");
        }
        return bool.value();
    }

    /**
     * This text read as something else.
     *
     * @param <T> what it is read as
     * @param rule what should stand here, for the refusal
     * @param parser turns the text into the value; any runtime exception means that it cannot
     * @return the value
     * @throws DocumentException if this is not a text or the parser refuses it
     */
    public <T> T as(String rule, Function<String, T> parser) {
        String text = text();
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            DocumentException refusal = refusal(rule);
            refusal.initCause(e);
            throw refusal;
        }
    }

    private Map<String, Json> object() {
        if (!(value instanceof Json.Obj object)) {
            throw refusal("is not an object");
        }
        return object.members();
    }

    /**
     * A value that is made of what stands here, and may refuse it as a whole.
     *
     * @param what what this is if the value refuses it, as in "is not a span"; what the value says follows
     * @param value makes the value
     * @param <T> the type of the value
     * @return the value
     * @throws DocumentException if the value refuses with an {@link IllegalArgumentException}
     */
    public <T> T whole(String what, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            DocumentException refusal = refusal(what + ": " + e.getMessage());
            refusal.initCause(e);
            throw refusal;
        }
    }
}
