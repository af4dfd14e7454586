package io.storeops.enrolment;

import io.storeops.authority.Assignment;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Role;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.catalog.SalesTarget;
import io.storeops.catalog.Store;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.position.RosterDocument;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Reads a store's catalogue document: {@code store} (id, zone, currency, name), {@code items} and {@code competitors} (id,
 * title, active_from, active_to), {@code target} or {@code targets} (from, to, amount_minor) and {@code people} (id, assignments of
 * role, store, from, to, department) and {@code deputies} (deputy, for, role, from, to). Members of duties that this version does not have are left alone.
 */
public final class EnrolmentDocument {
    private EnrolmentDocument() {}

    /**
     * Reads a catalogue.
     *
     * @param name what is read, for messages, for instance the file's name
     * @param catalogue the document
     * @param rosterName what the roster was read from, for messages
     * @param roster the roster's document
     * @return the enrolment
     * @throws DocumentException if a document breaks a rule, with JSON path, value and rule
     */
    public static Enrolment read(String name, Json catalogue, String rosterName, Json roster) {
        JsonReader root = JsonReader.root(name, catalogue);
        Store store = store(root.member("store"));
        return new Enrolment(
                store,
                elements(root, "items").stream()
                        .map(item -> new Item(
                                store.id(),
                                item.text("id"),
                                title(item),
                                activeFrom(item),
                                findDate(item, "active_to")))
                        .toList(),
                elements(root, "competitors").stream()
                        .map(item -> new CompetitorItem(
                                store.id(),
                                item.text("id"),
                                title(item),
                                activeFrom(item),
                                findDate(item, "active_to")))
                        .toList(),
                assignments(root, store.id()),
                deputies(root, store.id()),
                targets(root, store.id()),
                RosterDocument.read(rosterName, roster, store.id()));
    }

    private static Store store(JsonReader store) {
        return new Store(
                store.member("id").as("is no store id", StoreId::of),
                store.findMember("name").map(JsonReader::text).orElseGet(() -> store.text("id")),
                store.member("zone").as("is not a time zone (expected as in Asia/Shanghai)", ZoneId::of),
                store.member("currency").as("is not a currency (expected ISO 4217, as in CNY)", Currency::getInstance));
    }

    private static List<Assignment> assignments(JsonReader root, StoreId store) {
        List<Assignment> found = new ArrayList<>();
        for (JsonReader person : elements(root, "people")) {
            ActorId actor = person.member("id").as("is no actor id", ActorId::of);
            for (JsonReader assignment : person.elements("assignments")) {
                if (assignment.text("store").equals(store.value())) {
                    found.add(new Assignment(
                            store,
                            actor,
                            assignment.member("role").as("is no role", Role::of),
                            date(assignment.member("from")),
                            findDate(assignment, "to"),
                            assignment.findMember("department").map(JsonReader::text)));
                }
            }
        }
        return found;
    }

    private static List<Deputyship> deputies(JsonReader root, StoreId store) {
        return elements(root, "deputies").stream()
                .map(deputy -> new Deputyship(
                        store,
                        deputy.member("deputy").as("is no actor id", ActorId::of),
                        deputy.member("for").as("is no actor id", ActorId::of),
                        deputy.member("role").as("is no role", Role::of),
                        date(deputy.member("from")),
                        findDate(deputy, "to")))
                .toList();
    }

    private static List<SalesTarget> targets(JsonReader root, StoreId store) {
        List<JsonReader> places = new ArrayList<>(elements(root, "targets"));
        root.findMember("target").ifPresent(places::add);
        return places.stream()
                .map(target -> new SalesTarget(
                        store, date(target.member("from")), date(target.member("to")), target.number("amount_minor")))
                .toList();
    }

    private static List<JsonReader> elements(JsonReader root, String name) {
        return root.findMember(name).map(JsonReader::elements).orElse(List.of());
    }

    private static Optional<String> title(JsonReader item) {
        return item.findMember("title")
                .map(place -> place.as("is blank; leave it out instead", title -> {
                    if (title.isBlank()) {
                        throw new IllegalArgumentException(title);
                    }
                    return title;
                }));
    }

    private static LocalDate activeFrom(JsonReader item) {
        return date(item.member("active_from"));
    }

    private static Optional<LocalDate> findDate(JsonReader place, String name) {
        return place.findMember(name).map(EnrolmentDocument::date);
    }

    private static LocalDate date(JsonReader place) {
        return place.as("is not a date (expected yyyy-MM-dd)", LocalDate::parse);
    }
}
