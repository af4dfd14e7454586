package io.storeops.enrolment;

import com.google.common.collect.ImmutableSet;
import io.storeops.json.DocumentException;
import io.storeops.json.JsonReader;
import java.util.Set;

/**
 * The members of each object of a catalogue: those that are read, and those that are known but belong to a duty that this
 * version does not have, or to whoever replays a day. Whoever adds that duty moves its members over.
 */
enum CatalogueMembers {
    /** The catalogue itself. */
    ROOT(
            Set.of("store", "items", "competitors", "target", "targets", "people", "deputies", "department_parents"),
            Set.of(
                    // The dates of the day or the days that a scenario is about, and the size of its listing.
                    "data_date",
                    "data_dates",
                    "iso_week",
                    "week_from",
                    "week_to",
                    "roster_in_force_from",
                    "kpi_period",
                    "listings",
                    // Duty 2: the budgets of advertising tools.
                    "ad_budgets",
                    // Duty 3: activities that run already, and prices shown before the first day.
                    "activities",
                    "price_history",
                    // Duty 4: who is not a department (D58).
                    "external_parties")),
    /** The store. */
    STORE(
            Set.of("id", "name", "zone", "currency", "minor_units"),
            // Duty 3: the fields that the marketplace lets one read back.
            Set.of("listing_read_back")),
    /** One of our items. */
    ITEM(
            Set.of("id", "title", "active_from", "active_to"),
            // Duties 2 and 3: the item's SKU (D88), its approved price and content (D9), its floor (D39) and its stock.
            Set.of("sku", "price_book_minor", "floor_minor", "approved", "opening_platform_stock", "erp_sellable")),
    /** A rival's item; for duty 2, the price that the next one is compared with. */
    COMPETITOR(Set.of("id", "title", "active_from", "active_to"), Set.of("reference_price_minor")),
    /** A sales target. */
    TARGET(Set.of("from", "to", "amount_minor"), Set.of()),
    /** A person. */
    PERSON(Set.of("id", "assignments"), Set.of()),
    /** A role of a person. */
    ASSIGNMENT(Set.of("role", "store", "from", "to", "department", "deputy_of"), Set.of()),
    /** Somebody who stands in. */
    DEPUTY(Set.of("deputy", "for", "role", "from", "to"), Set.of());

    private final ImmutableSet<String> known;

    CatalogueMembers(Set<String> read, Set<String> later) {
        this.known = ImmutableSet.<String>builder().addAll(read).addAll(later).build();
    }

    /**
     * Refuses members that are not known.
     *
     * @throws DocumentException naming the first unknown member and the known ones
     */
    JsonReader check(JsonReader place) {
        return place.onlyMembers(known);
    }
}
