package io.storeops.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The roster that the examples work under: the position description's thirteen boundaries, duties and roles. The numbers
 * that the position description does not state are assumptions; a real store edits its own document.
 */
public final class DefaultRoster {
    /** What messages call it. */
    public static final String NAME = "roster.json";

    private DefaultRoster() {}

    /**
     * The roster's document.
     *
     * @param date the first date on which it rules
     * @return the document, for {@link io.storeops.position.RosterDocument}
     */
    public static Json effectiveFrom(LocalDate date) {
        JsonReader root = JsonReader.root(NAME, document());
        Map<String, Json> position = members(root.member("position"));
        position.put("effectiveFrom", Json.of(date.toString()));
        Map<String, Json> roster = members(root);
        roster.put("position", Json.object(position));
        return Json.object(roster);
    }

    private static Map<String, Json> members(JsonReader place) {
        Map<String, Json> members = new TreeMap<>();
        place.names().forEach(name -> members.put(name, place.member(name).value()));
        return members;
    }

    private static Json document() {
        try (InputStream resource = DefaultRoster.class.getResourceAsStream(NAME)) {
            if (resource == null) {
                throw new IllegalStateException(NAME + " is not in the jar");
            }
            return JsonCodec.parse(NAME, new String(resource.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be read from the jar", e);
        }
    }
}
