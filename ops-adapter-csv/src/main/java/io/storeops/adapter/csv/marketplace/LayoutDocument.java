package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.NamedPeriod;
import io.storeops.adapter.csv.file.TimeText;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderFeed.Grain;
import io.storeops.figures.Quality;
import io.storeops.figures.Semantics;
import io.storeops.figures.SubjectKind;
import io.storeops.json.JsonReader;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the part of a profile that says what a row is. The basis must be declared and be PAID: the figures of this library are
 * paid figures, and a file of placed orders (下单) cannot stand for them.
 */
final class LayoutDocument {
    private static final Set<String> ORDER_MEMBERS = Set.of(
            "grain",
            "basis",
            "amounts",
            "columns",
            "cancellationPrefix",
            "nothingRefunded",
            "carriedDown",
            "furtherLines",
            "accepted",
            "unpaid",
            "unread",
            "files",
            "period");
    private static final Set<String> READING_MEMBERS =
            Set.of("semantics", "basis", "amounts", "subjectKind", "quality", "columns", "figures", "days");

    /** What the files of a folder are to each other. */
    private enum Files {
        PARTS,
        SNAPSHOTS
    }

    private enum Basis {
        PAID,
        ORDERED
    }

    private final RoleColumns roles;
    private final Set<String> conditions;

    /**
     * Reads columns.
     *
     * @param conditions the columns that say which records are rows
     */
    LayoutDocument(RoleColumns roles, Set<String> conditions) {
        this.roles = roles;
        this.conditions = conditions;
    }

    OrderLayout orders(JsonReader place) {
        place.onlyMembers(ORDER_MEMBERS);
        requirePaid(place);
        Map<OrderLayout.Role, String> columns = roles.columns(place.member("columns"), OrderLayout.Role.class, false);
        requireRoles(place, columns);
        return new OrderLayout(
                RoleColumns.constant(place.member("grain"), Grain.class),
                RoleColumns.unit(place),
                columns,
                place.findMember("cancellationPrefix").map(LayoutDocument::notEmpty),
                place.findMember("nothingRefunded")
                        .map(words -> (Set<String>) new HashSet<>(
                                words.elements().stream().map(JsonReader::text).toList()))
                        .orElse(Set.of()),
                rules(place, columns),
                place.findMember("period").map(this::statement).orElse(OrderLayout.Statement.NONE));
    }

    private OrderLayout.RowRules rules(JsonReader place, Map<OrderLayout.Role, String> columns) {
        Map<String, Set<String>> accepted = words(place, "accepted", "names no word with which a row counts");
        Map<String, Set<String>> unpaid = words(place, "unpaid", "names no word with which nothing was paid");
        unpaid.forEach((column, words) -> requireOther(place, column, words, accepted.getOrDefault(column, Set.of())));
        Set<String> carried = new LinkedHashSet<>();
        for (JsonReader column :
                place.findMember("carriedDown").map(JsonReader::elements).orElse(List.of())) {
            carried.add(carried(place, column, columns, accepted.keySet()));
        }
        Optional<JsonReader> further = place.findMember("furtherLines");
        if (further.isPresent() && !columns.containsKey(OrderLayout.Role.GROSS)) {
            throw further.get().refusal("needs a column gross, which is empty on further lines of an order");
        }
        return new OrderLayout.RowRules(
                carried,
                further.map(JsonReader::flag).orElse(false),
                accepted,
                unpaid,
                place.findMember("unread")
                        .map(RoleColumns::texts)
                        .map(names -> (Set<String>) new HashSet<>(names))
                        .orElse(Set.of()),
                place.findMember("files")
                        .map(word -> RoleColumns.constant(word, Files.class) == Files.SNAPSHOTS)
                        .orElse(false));
    }

    private Map<String, Set<String>> words(JsonReader place, String name, String none) {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        place.findMember(name).ifPresent(columns -> {
            for (String column : columns.names()) {
                JsonReader member = columns.member(column);
                roles.requireAlways(member, column);
                words.put(column, Set.copyOf(RoleColumns.texts(member)));
                if (member.elements().isEmpty()) {
                    throw member.refusal(none);
                }
            }
        });
        return words;
    }

    private static void requireOther(JsonReader orders, String column, Set<String> unpaid, Set<String> accepted) {
        for (String word : unpaid) {
            if (accepted.contains(word)) {
                throw orders.member("unpaid")
                        .member(column)
                        .refusal("has the word '" + word + "' of orders.accepted; a row cannot count and be unpaid");
            }
        }
    }

    /** An amount that is carried down would count once a line. */
    private String carried(
            JsonReader orders, JsonReader place, Map<OrderLayout.Role, String> columns, Set<String> accepted) {
        String column = place.text();
        boolean fits = column.equals(columns.get(OrderLayout.Role.PAID_AT))
                || column.equals(columns.get(OrderLayout.Role.CURRENCY))
                || column.equals(columns.get(OrderLayout.Role.BUYER))
                || accepted.contains(column)
                || conditions.contains(column);
        if (!fits || RoleColumns.constant(orders.member("grain"), Grain.class) != Grain.LINE) {
            throw place.refusal(
                    "cannot be carried down (expected, with the grain LINE, the column of paidAt, currency or buyer or one of"
                            + " orders.accepted or rows; an amount would count once a line)");
        }
        return column;
    }

    private OrderLayout.Statement statement(JsonReader place) {
        place.onlyMembers(Set.of("names", "column", "dates"));
        List<NamedPeriod> names =
                place.findMember("names").map(RoleColumns::namedPeriods).orElse(List.of());
        Optional<String> column = place.findMember("column").map(roles::requireAlways);
        List<TimeText> dates =
                place.findMember("dates").map(ProfileDocument::patterns).orElse(List.of());
        if (column.isPresent() == dates.isEmpty() || (names.isEmpty() && column.isEmpty())) {
            throw place.refusal("states no period (expected names, or a column with dates, the patterns of its cells)");
        }
        return new OrderLayout.Statement(names, column, dates);
    }

    private static void requireRoles(JsonReader place, Map<OrderLayout.Role, String> columns) {
        Set<OrderLayout.Role> roles = columns.keySet();
        boolean lines = RoleColumns.constant(place.member("grain"), Grain.class) == Grain.LINE;
        boolean whole = roles.contains(OrderLayout.Role.GROSS)
                && !roles.contains(OrderLayout.Role.QUANTITY)
                && !roles.contains(OrderLayout.Role.PRICE)
                && place.findMember("cancellationPrefix").isEmpty();
        boolean product = roles.containsAll(List.of(OrderLayout.Role.QUANTITY, OrderLayout.Role.PRICE))
                && !roles.contains(OrderLayout.Role.GROSS)
                && !roles.contains(OrderLayout.Role.REFUNDED)
                && !roles.contains(OrderLayout.Role.UNITS);
        if (!roles.containsAll(List.of(OrderLayout.Role.ORDER, OrderLayout.Role.PAID_AT)) || !(whole || product)) {
            throw place.member("columns")
                    .refusal(
                            "is not an order (expected order and paidAt, and either gross, with refunded and units where there"
                                    + " are such columns, or quantity and price, with orders.cancellationPrefix where the file"
                                    + " has cancellations)");
        }
        if (lines != roles.contains(OrderLayout.Role.ITEM)) {
            throw place.member("columns").refusal("has an item exactly if orders.grain is LINE");
        }
        if (place.findMember("nothingRefunded").isPresent() && !roles.contains(OrderLayout.Role.REFUNDED)) {
            throw place.member("nothingRefunded").refusal("needs a column refunded");
        }
    }

    ReadingLayout readings(JsonReader place) {
        place.onlyMembers(READING_MEMBERS);
        requirePaid(place);
        Map<ReadingLayout.Role, String> columns =
                roles.columns(place.member("columns"), ReadingLayout.Role.class, false);
        Optional<SubjectKind> kind =
                place.findMember("subjectKind").map(word -> RoleColumns.constant(word, SubjectKind.class));
        Optional<Quality> quality = place.findMember("quality").map(word -> RoleColumns.constant(word, Quality.class));
        Set<ReadingLayout.Role> roles = columns.keySet();
        boolean subjects = roles.contains(ReadingLayout.Role.SUBJECT)
                ? kind.isPresent() != roles.contains(ReadingLayout.Role.SUBJECT_KIND)
                : kind.filter(SubjectKind.STORE::equals).isPresent()
                        && !roles.contains(ReadingLayout.Role.SUBJECT_KIND);
        List<NamedPeriod> days =
                place.findMember("days").map(RoleColumns::namedPeriods).orElse(List.of());
        boolean boundaries = days.isEmpty()
                ? roles.contains(ReadingLayout.Role.BOUNDARY) != roles.contains(ReadingLayout.Role.DAY)
                : !roles.contains(ReadingLayout.Role.BOUNDARY) && !roles.contains(ReadingLayout.Role.DAY);
        boolean qualities = quality.isPresent() != roles.contains(ReadingLayout.Role.QUALITY);
        if (!subjects || !boundaries || !qualities) {
            throw place.refusal(
                    "is not a reading (expected one of columns.boundary, columns.day and days; one of quality and"
                            + " columns.quality; columns.subject with one of subjectKind and columns.subjectKind, or the subjectKind"
                            + " STORE alone)");
        }
        return new ReadingLayout(
                RoleColumns.constant(place.member("semantics"), Semantics.class),
                RoleColumns.unit(place),
                kind,
                quality,
                columns,
                days,
                figures(place.member("figures")));
    }

    private Map<Metric, String> figures(JsonReader place) {
        Map<Metric, String> figures = new EnumMap<>(Metric.class);
        place.onlyMembers(
                new HashSet<>(Metric.all().stream().map(Metric::column).toList()));
        for (Metric metric : Metric.all()) {
            place.findMember(metric.column()).ifPresent(column -> figures.put(metric, roles.requireAlways(column)));
        }
        if (figures.isEmpty()) {
            throw place.refusal("names no metric");
        }
        return figures;
    }

    private static void requirePaid(JsonReader place) {
        if (RoleColumns.constant(place.member("basis"), Basis.class) != Basis.PAID) {
            throw place.member("basis")
                    .refusal(
                            "cannot be read: figures here are paid figures, and orders placed are not paid ones. Use the"
                                    + " columns of payments, with the basis PAID");
        }
    }

    private static String notEmpty(JsonReader place) {
        if (place.text().isEmpty()) {
            throw place.refusal("is empty");
        }
        return place.text();
    }
}
