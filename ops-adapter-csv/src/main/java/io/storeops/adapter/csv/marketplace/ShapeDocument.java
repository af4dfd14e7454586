package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.Header;
import io.storeops.json.JsonReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the part of a profile that says which records are rows, and where its format is known from. */
final class ShapeDocument {
    private static final Set<String> SOURCE_MEMBERS = Set.of("of", "from", "date");
    private static final Set<String> CONDITION_MEMBERS = Set.of("take", "leave");
    private static final int MOST_TITLES = 100;

    /** How quotes stand in cells. */
    private enum Quotes {
        STRICT,
        LITERAL
    }

    private final RoleColumns own;
    private final Header header;

    ShapeDocument(Header header, Set<String> personal) {
        this.header = header;
        this.own = new RoleColumns(header, personal, Set.of());
    }

    /** Which real file or document the format is known from, and when. */
    static void source(JsonReader place) {
        place.onlyMembers(SOURCE_MEMBERS);
        for (String member : SOURCE_MEMBERS) {
            if (place.text(member).isBlank()) {
                throw place.member(member).refusal("is blank");
            }
        }
    }

    static int within(JsonReader place) {
        long within = place.number();
        if (within < 1 || within > MOST_TITLES) {
            throw place.refusal("is not a number of records from 1 to " + MOST_TITLES);
        }
        return Math.toIntExact(within);
    }

    static Map<String, String> aliases(JsonReader place, List<String> columns, List<String> optional) {
        Map<String, String> aliases = new LinkedHashMap<>();
        for (String alias : place.names()) {
            JsonReader member = place.member(alias);
            if (!columns.contains(member.text()) && !optional.contains(member.text())) {
                throw member.refusal("is not a column of the header; columns: " + columns);
            }
            if (columns.contains(alias) || optional.contains(alias)) {
                throw member.refusal("is given another name, '" + alias + "', that is a column itself");
            }
            aliases.put(alias, member.text());
        }
        return aliases;
    }

    RowShape shape(JsonReader root) {
        return new RowShape(
                root.findMember("passedOver").map(RoleColumns::texts).orElse(List.of()),
                root.findMember("quotes")
                        .map(word -> RoleColumns.constant(word, Quotes.class) == Quotes.LITERAL)
                        .orElse(false),
                root.findMember("joined").map(this::joined).orElse(Map.of()),
                root.findMember("rows").map(this::conditions).orElse(Map.of()));
    }

    private Map<String, List<String>> joined(JsonReader place) {
        Map<String, List<String>> joined = new LinkedHashMap<>();
        for (String name : place.names()) {
            JsonReader member = place.member(name);
            if (header.has(name)) {
                throw member.refusal("makes a column '" + name + "', which the header has already; name it otherwise");
            }
            List<String> parts = new ArrayList<>();
            for (JsonReader part : member.elements()) {
                parts.add(own.requireAlways(part));
            }
            if (parts.size() < 2) {
                throw member.refusal("joins fewer than two columns");
            }
            joined.put(name, parts);
        }
        return joined;
    }

    private Map<String, RowShape.Words> conditions(JsonReader place) {
        Map<String, RowShape.Words> conditions = new LinkedHashMap<>();
        for (String column : place.names()) {
            JsonReader member = place.member(column).onlyMembers(CONDITION_MEMBERS);
            own.requireAlways(member, column);
            Set<String> take = words(member, "take");
            Set<String> leave = words(member, "leave");
            if (take.isEmpty() && leave.isEmpty()) {
                throw member.refusal("names no word with which a row is taken or left out");
            }
            if (take.stream().anyMatch(leave::contains)) {
                throw member.refusal("has one word with which a row is taken and left out");
            }
            conditions.put(column, new RowShape.Words(take, leave));
        }
        return conditions;
    }

    private static Set<String> words(JsonReader place, String member) {
        return new HashSet<>(place.findMember(member).map(RoleColumns::texts).orElse(List.of()));
    }
}
