package io.storeops.enrolment;

import com.google.common.collect.ImmutableSet;
import io.storeops.json.JsonReader;

/** The members of each object of a catalogue. */
enum CatalogueMembers {
    /** The catalogue itself. */
    ROOT(
            "store",
            "items",
            "competitors",
            "target",
            "targets",
            "people",
            "deputies",
            "department_parents",
            "external_parties"),
    /** The store. */
    STORE("id", "name", "zone", "currency", "minor_units", "language"),
    /** One of our items. */
    ITEM("id", "title", "active_from", "active_to", "skus"),
    /** What of an item is sold by itself. */
    SKU("id", "code", "options", "active_from", "active_to"),
    /** A rival's item. */
    COMPETITOR("id", "title", "active_from", "active_to"),
    /** A sales target. */
    TARGET("from", "to", "amount_minor"),
    /** A person, or a service. */
    PERSON("id", "kind", "assignments"),
    /** A role of theirs. */
    ASSIGNMENT("role", "store", "from", "to", "department", "deputy_of"),
    /** Somebody outside. */
    PARTY("id", "type", "name", "channels"),
    /** Somebody who stands in. */
    DEPUTY("deputy", "for", "role", "from", "to");

    private final ImmutableSet<String> known;

    CatalogueMembers(String... known) {
        this.known = ImmutableSet.copyOf(known);
    }

    /**
     * Refuses members that are not known.
     *
     * @throws io.storeops.json.DocumentException naming the first unknown member and the known ones
     */
    JsonReader check(JsonReader place) {
        return place.onlyMembers(known);
    }
}
