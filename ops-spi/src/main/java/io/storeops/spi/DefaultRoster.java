package io.storeops.spi;

import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.position.Roster;
import io.storeops.position.RosterDocument;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The roster to begin with: the position description's duties and the operator's rights, in Chinese and English. Its thirteen
 * boundaries, its deadlines and every other number that the position description does not state, and the rights of all other
 * roles, are assumptions: a store edits its own copy. {@link DocumentSchema#ROSTER} describes the form.
 */
public final class DefaultRoster {
    /** What messages call it. */
    public static final String NAME = "roster.json";

    private DefaultRoster() {}

    /**
     * The roster's document as it ships.
     *
     * @return the document, for {@link io.storeops.position.RosterDocument}
     */
    public static Json document() {
        return JarText.parsed(NAME);
    }

    /**
     * The roster's document from a date on.
     *
     * @param date the first date on which it rules, in the store's zone
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

    /**
     * The roster of a store from a date on.
     *
     * @param store the store
     * @param date the first date on which it rules, in the store's zone
     * @return the roster
     */
    public static Roster of(StoreId store, LocalDate date) {
        return RosterDocument.read(NAME, effectiveFrom(date), store);
    }

    private static Map<String, Json> members(JsonReader place) {
        Map<String, Json> members = new TreeMap<>();
        place.names().forEach(name -> members.put(name, place.member(name).value()));
        return members;
    }
}
