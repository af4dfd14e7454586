package io.storeops.enrolment;

import io.storeops.authority.Assignment;
import io.storeops.authority.Bound;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Role;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.catalog.Language;
import io.storeops.catalog.SalesTarget;
import io.storeops.catalog.Sku;
import io.storeops.catalog.Store;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.StoreId;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.position.Roster;
import io.storeops.position.RosterDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a store's catalogue document: {@code store} (id, zone, currency, name, minor_units, language), {@code items} (id, title, active_from,
 * active_to, and {@code skus} of id, code, options, active_from and active_to, which are the item's if absent), {@code competitors}
 * (id, title, active_from, active_to), {@code target} or {@code targets} (from, to, amount_minor), {@code people} (id, kind, and
 * assignments of role, store, from, to, department; or deputy_of instead of department, for who stands in), {@code deputies} (deputy,
 * for, role, from, to), {@code department_parents} (the department that a department belongs to) and {@code external_parties} (id, type
 * EXTERNAL, name, channels; whom outside the duties deal with); of these two the roster's own word, if it has one, must be the same. Dates are the store's and included. A member that is not read is refused, and so is a role that the roster
 * does not know.
 */
public final class EnrolmentDocument {
    private static final String DEPARTMENT = "department";
    private static final String DEPUTYSHIP = "is not a deputyship";

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
        JsonReader root = CatalogueMembers.ROOT.check(JsonReader.root(name, catalogue));
        Store store = store(CatalogueMembers.STORE.check(root.member("store")));
        Roster rules = roster(root, rosterName, roster, store.id());
        Kinds kinds = new Kinds();
        List<Post> posts = posts(root, rules, kinds);
        return new Enrolment(
                store,
                listed(root, "items", CatalogueMembers.ITEM, store.id(), Item::new),
                skus(root, store.id()),
                listed(root, "competitors", CatalogueMembers.COMPETITOR, store.id(), CompetitorItem::new),
                assignments(posts, store.id()),
                deputies(posts, root, rules, kinds),
                targets(root, store.id()),
                rules);
    }

    private static Store store(JsonReader store) {
        Currency currency = store.member("currency")
                .as("is not a currency (expected ISO 4217, something like CNY)", Currency::getInstance);
        long minorUnits = BigDecimal.TEN
                .pow(Math.max(0, currency.getDefaultFractionDigits()))
                .longValueExact();
        store.findMember("minor_units")
                .filter(units -> units.number() != minorUnits)
                .ifPresent(units -> {
                    throw units.refusal("is not how many minor units " + currency + " has (" + minorUnits + ")");
                });
        return new Store(
                store.member("id").as("is not a store id", StoreId::of),
                store.findMember("name").map(JsonReader::text).orElseGet(() -> store.text("id")),
                store.member("zone").as("is not a time zone (expected something like Asia/Shanghai)", ZoneId::of),
                currency,
                store.findMember("language")
                        .map(language ->
                                language.as("is not a language (expected CHINESE or ENGLISH)", Language::valueOf))
                        .orElse(Language.CHINESE));
    }

    /** Something that the marketplace lists: an item of the store or of a competitor. */
    private interface Listed<T> {
        T of(StoreId store, String id, Optional<String> title, LocalDate from, Optional<LocalDate> to);
    }

    private static <T> List<T> listed(
            JsonReader root, String name, CatalogueMembers members, StoreId store, Listed<T> listed) {
        return elements(root, name, members).stream()
                .map(item -> listed.of(
                        store,
                        item.text("id"),
                        title(item),
                        date(item.member("active_from")),
                        findDate(item, "active_to")))
                .toList();
    }

    private static List<Sku> skus(JsonReader root, StoreId store) {
        List<Sku> found = new ArrayList<>();
        for (JsonReader item : elements(root, "items", CatalogueMembers.ITEM)) {
            for (JsonReader sku : elements(item, "skus", CatalogueMembers.SKU)) {
                found.add(sku.whole(
                        "is not a SKU",
                        () -> new Sku(
                                store,
                                item.text("id"),
                                sku.text("id"),
                                sku.findMember("code").map(JsonReader::text),
                                sku.findMember("options").map(JsonReader::texts).orElseGet(TreeMap::new),
                                date(sku.findMember("active_from").orElse(item.member("active_from"))),
                                findDate(sku, "active_to").or(() -> findDate(item, "active_to")))));
            }
        }
        return found;
    }

    private static List<Assignment> assignments(List<Post> posts, StoreId store) {
        return posts.stream()
                .filter(post -> post.principal().isEmpty())
                .map(post -> new Assignment(
                        store,
                        post.actor(),
                        post.kind(),
                        post.role(),
                        post.from(),
                        post.to(),
                        post.place().findMember(DEPARTMENT).map(JsonReader::text)))
                .toList();
    }

    private static List<Deputyship> deputies(List<Post> posts, JsonReader root, Roster roster, Kinds kinds) {
        StoreId store = roster.store();
        List<Deputyship> found = new ArrayList<>();
        for (Post post : posts) {
            post.principal()
                    .ifPresent(principal -> found.add(post.place()
                            .whole(
                                    DEPUTYSHIP,
                                    () -> kinds.checked(new Deputyship(
                                            store, post.actor(), principal, post.role(), post.from(), post.to())))));
        }
        for (JsonReader deputy : elements(root, "deputies", CatalogueMembers.DEPUTY)) {
            found.add(deputy.whole(
                    DEPUTYSHIP,
                    () -> kinds.checked(new Deputyship(
                            store,
                            actor(deputy.member("deputy")),
                            actor(deputy.member("for")),
                            role(deputy.member("role"), roster),
                            bound(deputy.member("from")),
                            deputy.findMember("to").map(EnrolmentDocument::bound)))));
        }
        return found;
    }

    /** Somebody in a role of the store, in their own right or for a principal. */
    private record Post(
            JsonReader place,
            ActorId actor,
            ActorKind kind,
            Role role,
            Bound from,
            Optional<Bound> to,
            Optional<ActorId> principal) {}

    private static List<Post> posts(JsonReader root, Roster roster, Kinds kinds) {
        List<Post> found = new ArrayList<>();
        for (JsonReader person : elements(root, "people", CatalogueMembers.PERSON)) {
            JsonReader id = person.member("id");
            ActorId actor = actor(id);
            ActorKind kind = kind(person);
            for (JsonReader place : person.elements("assignments")) {
                CatalogueMembers.ASSIGNMENT.check(place);
                if (place.text("store").equals(roster.store().value())) {
                    found.add(new Post(
                            place,
                            id.whole("names two accounts", () -> kinds.checked(actor, kind)),
                            kind,
                            role(place.member("role"), roster),
                            bound(place.member("from")),
                            place.findMember("to").map(EnrolmentDocument::bound),
                            findPrincipal(place)));
                }
            }
        }
        return found;
    }

    private static ActorKind kind(JsonReader person) {
        return person.findMember("kind")
                .map(place -> place.as("is not a kind (expected PERSON or SERVICE)", ActorKind::valueOf))
                .orElse(ActorKind.PERSON);
    }

    private static Optional<ActorId> findPrincipal(JsonReader place) {
        Optional<ActorId> principal = place.findMember("deputy_of").map(EnrolmentDocument::actor);
        if (principal.isPresent()) {
            place.findMember(DEPARTMENT).ifPresent(department -> {
                throw department.refusal("stands beside deputy_of, but a deputy speaks for the principal's department");
            });
        }
        return principal;
    }

    private static List<SalesTarget> targets(JsonReader root, StoreId store) {
        List<JsonReader> places = new ArrayList<>(elements(root, "targets", CatalogueMembers.TARGET));
        root.findMember("target").map(CatalogueMembers.TARGET::check).ifPresent(places::add);
        return places.stream()
                .map(target -> new SalesTarget(
                        store, date(target.member("from")), date(target.member("to")), target.number("amount_minor")))
                .toList();
    }

    /** The roster, with the parents of departments and the parties outside that the catalogue knows. */
    private static Roster roster(JsonReader root, String rosterName, Json document, StoreId store) {
        Roster roster = RosterDocument.read(rosterName, document, store);
        Map<String, Json> members = new TreeMap<>(((Json.Obj) document).members());
        root.findMember("department_parents")
                .ifPresent(parents -> members.put("departmentParents", parents(root, parents, roster)));
        root.findMember("external_parties")
                .ifPresent(parties -> members.put("externalParties", parties(root, parties, roster)));
        return RosterDocument.read(rosterName, Json.object(members), store);
    }

    private static Json parents(JsonReader root, JsonReader parents, Roster roster) {
        Map<String, String> named = new TreeMap<>();
        for (String child : parents.names()) {
            JsonReader parent = parents.member(child);
            requireDepartment(roster, new JsonReader(root.document(), parents.path(), Json.of(child)));
            requireDepartment(roster, parent);
            named.put(child, parent.text());
        }
        if (!roster.departmentParents().isEmpty() && !roster.departmentParents().equals(named)) {
            throw parents.refusal("differs from the roster's departmentParents: " + roster.departmentParents());
        }
        return parents.value();
    }

    /** Platform staff, third-party sites (D58): their ids are what the roster knows; names and channels are for people. */
    private static Json parties(JsonReader root, JsonReader parties, Roster roster) {
        List<String> named = new ArrayList<>();
        for (JsonReader party : elements(root, "external_parties", CatalogueMembers.PARTY)) {
            party.findMember("type")
                    .ifPresent(type -> type.as("is not a type (expected EXTERNAL)", text -> {
                        if (!text.equals("EXTERNAL")) {
                            throw new IllegalArgumentException(text);
                        }
                        return text;
                    }));
            JsonReader id = party.member("id");
            if (roster.departments().contains(id.text())) {
                throw id.refusal("is a department of the roster, not a party outside");
            }
            named.add(id.text());
        }
        if (!roster.externalParties().isEmpty() && !roster.externalParties().equals(Set.copyOf(named))) {
            throw parties.refusal("differs from the roster's externalParties: " + roster.externalParties());
        }
        return Json.array(named.stream().map(Json::of).toList());
    }

    private static void requireDepartment(Roster roster, JsonReader place) {
        if (!roster.departments().contains(place.text())) {
            throw place.refusal("is not a department of the roster; departments: " + roster.departments());
        }
    }

    private static List<JsonReader> elements(JsonReader root, String name, CatalogueMembers members) {
        return root.findMember(name).map(JsonReader::elements).orElse(List.of()).stream()
                .map(members::check)
                .toList();
    }

    private static ActorId actor(JsonReader place) {
        return place.as("is not an actor id", ActorId::of);
    }

    private static Role role(JsonReader place, Roster roster) {
        Role role = place.as("is not a role", Role::of);
        if (!roster.roles().containsKey(role)) {
            throw place.refusal(
                    "is not a role of the roster; roles: " + roster.roles().keySet());
        }
        return role;
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

    private static Optional<LocalDate> findDate(JsonReader place, String name) {
        return place.findMember(name).map(EnrolmentDocument::date);
    }

    private static Bound bound(JsonReader place) {
        return place.as(Bound.RULE, Bound::parse);
    }

    private static LocalDate date(JsonReader place) {
        return place.as("is not a date (expected yyyy-MM-dd)", LocalDate::parse);
    }
}
