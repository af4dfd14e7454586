package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.AmountUnit;
import io.storeops.adapter.csv.file.Header;
import io.storeops.adapter.csv.file.NamedPeriod;
import io.storeops.json.DocumentException;
import io.storeops.json.JsonReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what stands in every part of a profile that says what a row is: columns of roles, words, units, names that state a period. */
final class RoleColumns {
    private final Header header;
    private final Set<String> personal;
    private final Set<String> joined;

    /**
     * Reads columns.
     *
     * @param joined the names of columns that are made of others
     */
    RoleColumns(Header header, Set<String> personal, Set<String> joined) {
        this.header = header;
        this.personal = personal;
        this.joined = Set.copyOf(joined);
    }

    /** The columns of roles; those of a file that shows a state may be optional. */
    <R extends Enum<R>> Map<R, String> columns(JsonReader place, Class<R> type, boolean optional) {
        Map<R, String> columns = new EnumMap<>(type);
        place.onlyMembers(new HashSet<>(
                Arrays.stream(type.getEnumConstants()).map(RoleColumns::member).toList()));
        for (R role : type.getEnumConstants()) {
            place.findMember(member(role))
                    .ifPresent(column -> columns.put(role, optional ? column(column) : requireAlways(column)));
        }
        return columns;
    }

    /** PAID_AT is paidAt in a document. */
    static String member(Enum<?> role) {
        StringBuilder name = new StringBuilder();
        for (String word : role.name().split("_", -1)) {
            String rest = word.substring(1).toLowerCase(Locale.ROOT);
            char first = name.isEmpty() ? Character.toLowerCase(word.charAt(0)) : word.charAt(0);
            name.append(first).append(rest);
        }
        return name.toString();
    }

    /** A column that a file may have. */
    String column(JsonReader place) {
        return requireColumn(place, place.text());
    }

    /** A column that every file has. */
    String requireAlways(JsonReader place) {
        return requireAlways(place, place.text());
    }

    /** A column, by its name, that every file has. */
    String requireAlways(JsonReader place, String column) {
        requireColumn(place, column);
        if (header.optional().contains(column)) {
            throw place.refusal("is an optional column, but is always needed; move it to header.columns");
        }
        return column;
    }

    /** A column, by its name, that a file may have. */
    String requireColumn(JsonReader place, String column) {
        if (!header.has(column) && !joined.contains(column)) {
            throw place.refusal("is not a column of the header; columns: " + header.columns()
                    + (header.optional().isEmpty() ? "" : ", optional: " + header.optional()));
        }
        if (personal.contains(column)) {
            throw place.refusal("is a personal column, which no role may use");
        }
        return column;
    }

    static AmountUnit unit(JsonReader place) {
        return place.findMember("amounts")
                .map(unit -> constant(unit, AmountUnit.class))
                .orElse(AmountUnit.MAJOR);
    }

    /** The patterns of names that state a period. */
    static List<NamedPeriod> namedPeriods(JsonReader place) {
        List<NamedPeriod> names = new ArrayList<>();
        for (JsonReader name : place.elements()) {
            try {
                names.add(NamedPeriod.parse(name.text()));
            } catch (IllegalArgumentException e) {
                throw caused(
                        name.refusal("is not a name with a period (expected something like orders-{yyyyMMdd}.csv or"
                                + " {yyyy-MM-dd}_{yyyy-MM-dd}.csv): " + e.getMessage()),
                        e);
            }
        }
        return names;
    }

    static List<String> texts(JsonReader place) {
        return place.elements().stream().map(JsonReader::text).toList();
    }

    static <E extends Enum<E>> E constant(JsonReader place, Class<E> type) {
        return place.as("is none of " + Arrays.toString(type.getEnumConstants()), word -> Enum.valueOf(type, word));
    }

    static DocumentException caused(DocumentException refusal, RuntimeException cause) {
        refusal.initCause(cause);
        return refusal;
    }
}
