package io.storeops.examples.replay;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.listing.ListingFacts;
import io.storeops.listing.ListingField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a scenario's catalogue has beyond what the library reads: the dates that it is about, and data of duties that the library
 * does not have. Whoever adds a duty takes its members from here.
 */
final class ScenarioMembers {
    private static final Set<String> ROOT = Set.of(
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
            // Duty 3: activities that were begun already, and prices shown before the first day.
            "activities",
            "price_history");

    private static final String READ_BACK = "listing_read_back";

    /** Duty 3: the fields that the marketplace lets one read back. */
    private static final Set<String> STORE = Set.of(READ_BACK);

    private static final String PRICE = "price_book_minor";
    private static final String FLOOR = "floor_minor";
    private static final String APPROVED = "approved";
    private static final String SELLABLE = "erp_sellable";

    /** The item's approved price and content (D9), its floor (D39) and its stock, told beside the catalogue; duty 2: its first stock. */
    private static final Set<String> ITEM = Set.of(PRICE, FLOOR, APPROVED, SELLABLE, "opening_platform_stock");

    /** The id of an item's only SKU (D88). */
    private static final String SKU = "sku";

    /** Duty 2: the price that the next one is compared with. */
    private static final String REFERENCE = "reference_price_minor";

    private static final Set<String> COMPETITOR = Set.of(REFERENCE);

    private ScenarioMembers() {}

    /** The fields that the marketplace lets one read back; none if nothing is said of it. A price stands for the one in minor units. */
    static Set<ListingField> readable(JsonReader catalogue) {
        return catalogue.member("store").findMember(READ_BACK).stream()
                .flatMap(fields -> fields.elements().stream())
                .map(field -> field.as("is no field of a listing", ScenarioMembers::field))
                .collect(Collectors.toSet());
    }

    private static ListingField field(String name) {
        return name.equals("PRICE") ? ListingField.PRICE_MINOR : ListingField.valueOf(name);
    }

    /** The catalogue as a host would write it. A misspelt member stays, and the library refuses it. */
    static Json without(Json catalogue) {
        Map<String, Json> members = new TreeMap<>(object(catalogue, ROOT));
        members.computeIfPresent("store", (name, store) -> Json.object(object(store, STORE)));
        members.computeIfPresent("items", (name, items) -> each(items, ScenarioMembers::item));
        members.computeIfPresent("competitors", (name, items) -> each(items, item -> object(item, COMPETITOR)));
        return Json.object(members);
    }

    /** An item, its SKU among its SKUs. */
    private static Map<String, Json> item(Json item) {
        Map<String, Json> members = object(item, ITEM);
        Json sku = members.remove(SKU);
        if (sku != null) {
            members.put("skus", Json.array(List.of(Json.object(Map.of("id", sku)))));
        }
        return members;
    }

    /** What the catalogue says of the listings, as a host would tell it when the scenario begins. */
    static ListingFacts facts(JsonReader catalogue, Instant begin) {
        ListingFacts.Builder facts = ListingFacts.since(begin);
        List<JsonReader> items =
                catalogue.findMember("items").map(JsonReader::elements).orElse(List.of());
        for (JsonReader item : items) {
            String id = item.text("id");
            item.findMember(PRICE).ifPresent(price -> facts.price(id, price.number()));
            item.findMember(FLOOR).ifPresent(floor -> facts.floor(id, floor.number()));
            item.findMember(SELLABLE).ifPresent(stock -> facts.stock(id, stock.number()));
            item.findMember(APPROVED)
                    .ifPresent(content -> content.names()
                            .forEach(name -> facts.content(
                                    id, ListingPart.value(field(content.member(name), name), content.member(name)))));
        }
        catalogue
                .findMember("price_history")
                .map(JsonReader::elements)
                .orElse(List.of())
                .forEach(shown -> facts.shown(
                        shown.text("item"),
                        shown.number("price_minor"),
                        Command.instant(shown.member("from")),
                        Command.instant(shown.member("to"))));
        return facts.build();
    }

    /** What the prices of rivals' items are compared with when the scenario begins. */
    static Map<String, Long> references(JsonReader catalogue) {
        Map<String, Long> references = new TreeMap<>();
        catalogue
                .findMember("competitors")
                .map(JsonReader::elements)
                .orElse(List.of())
                .forEach(item ->
                        item.findMember(REFERENCE).ifPresent(price -> references.put(item.text("id"), price.number())));
        return references;
    }

    private static ListingField field(JsonReader place, String name) {
        return ListingField.find(name).orElseThrow(() -> place.refusal("is content of a field that nobody knows"));
    }

    private static Json each(Json array, Function<Json, Map<String, Json>> element) {
        return Json.array(((Json.Arr) array)
                .elements().stream().map(element).map(Json::object).toList());
    }

    private static Map<String, Json> object(Json object, Set<String> unread) {
        Map<String, Json> members = new TreeMap<>(((Json.Obj) object).members());
        members.keySet().removeAll(unread);
        return members;
    }
}
