package io.storeops.examples.replay;

import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The service account of the source, which is the author of the readings that it delivers, whoever is at work. The replay looks at
 * what stands under it as well. It has a role of its own, without any other right.
 */
final class SourceAccount {
    static final ActorId ACTOR = ActorId.of("source");

    private static final Json ROLE = Json.of("SOURCE");

    private SourceAccount() {}

    /** A roster's document with the role, which may see data of every class that somebody may see. */
    static Json inRoster(Json roster) {
        Json rights = Json.array(Stream.of(Right.COLLECT_AND_RELEASE, Right.MAINTAIN, Right.READ)
                .map(right -> Json.of(right.toString()))
                .toList());
        return with(
                with(roster, "roles", roles -> with(roles, "SOURCE", none -> rights)),
                "confidentiality",
                classes -> each(classes, rule -> with(rule, "roles", seers -> added(seers, ROLE))));
    }

    /** A catalogue's document with the account. */
    static Json inCatalog(Json catalog) {
        Json account = Json.object(
                Map.of("id", Json.of(ACTOR.value()), "assignments", Json.array(List.of(assignment(storeOf(catalog))))));
        return with(catalog, "people", people -> added(people, account));
    }

    private static Json storeOf(Json catalog) {
        return members(members(catalog).getOrDefault("store", Json.ofNull())).getOrDefault("id", Json.ofNull());
    }

    private static Json assignment(Json store) {
        return Json.object(Map.of("role", ROLE, "store", store, "from", Json.of("1970-01-01")));
    }

    private static SortedMap<String, Json> members(Json value) {
        return value instanceof Json.Obj object ? object.members() : new TreeMap<>();
    }

    /** An object with another value of a member, and anything else as it is: whoever reads it says what is wrong with it. */
    private static Json with(Json value, String name, UnaryOperator<Json> change) {
        if (!(value instanceof Json.Obj)) {
            return value;
        }
        SortedMap<String, Json> members = new TreeMap<>(members(value));
        members.put(name, change.apply(members.getOrDefault(name, Json.ofNull())));
        return Json.object(members);
    }

    private static Json each(Json value, UnaryOperator<Json> change) {
        SortedMap<String, Json> members = new TreeMap<>(members(value));
        members.replaceAll((name, member) -> change.apply(member));
        return value instanceof Json.Obj ? Json.object(members) : value;
    }

    private static Json added(Json value, Json element) {
        List<Json> elements = value instanceof Json.Arr array ? array.elements() : List.of();
        return Json.array(Stream.concat(elements.stream(), Stream.of(element)).toList());
    }
}
