package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.marketplace.Query.Wanted;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what all feeds of a configuration have: the statement, its columns, and the unit of its amounts.
 *
 * @param parameters the values that a store has to give
 */
record FeedDocument(Set<String> parameters) {
    private static final Set<String> FEED_MEMBERS = Set.of("select", "amounts", "columns");

    /** What the figures count. */
    private enum Basis {
        PAID
    }

    FeedDocument {
        parameters = Set.copyOf(parameters);
    }

    /** Whatever else the figures of a source count is not what this library reports. */
    static void requirePaid(JsonReader place) {
        constant(place.member("basis"), Basis.class);
    }

    static void known(JsonReader place, String... further) {
        Set<String> known = new HashSet<>(FEED_MEMBERS);
        known.addAll(List.of(further));
        place.onlyMembers(known);
    }

    /** The statement of a feed, with the columns of its roles beside those that only this feed has. */
    Layout layout(JsonReader place, Feed feed, List<Wanted> further) {
        Map<Role, String> columns = new EnumMap<>(Role.class);
        List<Wanted> wanted = new ArrayList<>();
        List<Role> roles =
                Stream.concat(feed.needed().stream(), feed.further().stream()).toList();
        Optional<JsonReader> named =
                feed.needed().isEmpty() ? place.findMember("columns") : Optional.of(place.member("columns"));
        named.ifPresent(member -> {
            member.onlyMembers(roles.stream().map(Role::member).collect(Collectors.toSet()));
            for (Role role : roles) {
                (feed.needed().contains(role)
                                ? Optional.of(member.member(role.member()))
                                : member.findMember(role.member()))
                        .ifPresent(column -> {
                            columns.put(role, column.text());
                            wanted.add(new Wanted(role.member(), column.text(), role.kind()));
                        });
            }
        });
        wanted.addAll(further);
        if (columns.containsKey(Role.BOUNDARY) && columns.containsKey(Role.DAY)) {
            throw place.member("columns")
                    .refusal("says in two ways which slot a row closes (expected boundary or day)");
        }
        return new Layout(
                new Query(
                        feed,
                        select(place.member("select")),
                        wanted,
                        Stream.concat(
                                        feed.parameters().stream(),
                                        parameters.stream().sorted())
                                .toList()),
                unit(place, wanted),
                columns);
    }

    private static String select(JsonReader place) {
        return place.value() instanceof Json.Arr
                ? place.elements().stream().map(JsonReader::text).collect(Collectors.joining("\n"))
                : place.text();
    }

    /** The unit is never guessed: 1250 is 12.50 or 1250.00. */
    private static Unit unit(JsonReader place, List<Wanted> wanted) {
        boolean needed = wanted.stream().anyMatch(column -> column.kind() == Kind.AMOUNT);
        if (needed) {
            return constant(place.member("amounts"), Unit.class);
        }
        place.findMember("amounts").ifPresent(unit -> {
            throw unit.refusal("says in what amounts are written, and no column has one");
        });
        return Unit.MINOR;
    }

    static <E extends Enum<E>> E constant(JsonReader place, Class<E> type) {
        return place.as("is none of " + Arrays.toString(type.getEnumConstants()), word -> Enum.valueOf(type, word));
    }
}
