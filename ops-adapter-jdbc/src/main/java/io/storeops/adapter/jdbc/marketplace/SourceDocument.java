package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.marketplace.HealthLayout.Figure;
import io.storeops.adapter.jdbc.marketplace.OrderLayout.Words;
import io.storeops.adapter.jdbc.marketplace.Query.Wanted;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderFeed.Grain;
import io.storeops.figures.Quality;
import io.storeops.figures.Semantics;
import io.storeops.figures.SubjectKind;
import io.storeops.inspection.RuleKey;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a configuration. Every member is known; what is declared is needed, and what is needed is declared. */
final class SourceDocument {
    private static final Set<String> FEED_MEMBERS = Set.of("select", "amounts", "columns");
    private static final String PARAMETER = "[A-Za-z][A-Za-z0-9_]{0,40}";

    /** What the figures count. */
    private enum Basis {
        PAID
    }

    /** What a statement of orders gives. */
    private enum Covers {
        /** Every order paid in the period that is asked for. */
        REQUEST,
        /** What lies between its earliest and its latest payment, and no more. */
        PAYMENTS
    }

    /** How a stated figure is written. */
    private enum Scale {
        PLAIN,
        PERCENT
    }

    private final Set<String> parameters;

    private SourceDocument(Set<String> parameters) {
        this.parameters = parameters;
    }

    /**
     * Reads a configuration.
     *
     * @throws io.storeops.json.DocumentException if it breaks a rule, with its path
     */
    static Source read(String name, Json document) {
        JsonReader root = JsonReader.root(name, document);
        Set<String> known =
                Arrays.stream(Feed.values()).map(Feed::member).collect(Collectors.toCollection(HashSet::new));
        known.addAll(Set.of("doc", "source", "zone", "currency", "parameters"));
        root.onlyMembers(known);
        Set<String> parameters = new HashSet<>();
        for (JsonReader parameter :
                root.findMember("parameters").map(JsonReader::elements).orElse(List.of())) {
            boolean ours = Arrays.stream(Feed.values())
                    .anyMatch(feed -> feed.parameters().contains(parameter.text()));
            if (ours || !parameter.text().matches(PARAMETER) || !parameters.add(parameter.text())) {
                throw parameter.refusal(
                        "is not the name of a parameter (expected letters, digits and _, no name twice and none that is"
                                + " bound anyway)");
            }
        }
        Source source = new SourceDocument(parameters).source(name, root);
        if (source.queries().isEmpty()) {
            throw root.refusal("has no feed (expected one or more of "
                    + Arrays.stream(Feed.values()).map(Feed::member).toList() + ")");
        }
        return source;
    }

    private Source source(String name, JsonReader root) {
        return new Source(
                name,
                root.findMember("zone")
                        .map(zone -> zone.as("is not a time zone (expected something like Asia/Shanghai)", ZoneId::of)),
                root.findMember("currency")
                        .map(currency ->
                                currency.as("is not a currency (expected an ISO 4217 code)", Currency::getInstance)),
                parameters,
                root.findMember(Feed.ORDERS.member()).map(this::orders),
                root.findMember(Feed.READINGS.member()).map(this::readings),
                new Source.States(
                        root.findMember(Feed.STOCK_LEVELS.member()).map(place -> state(place, Feed.STOCK_LEVELS)),
                        root.findMember(Feed.PRICE_BOOK.member()).map(place -> state(place, Feed.PRICE_BOOK)),
                        root.findMember(Feed.LISTINGS.member()).map(this::listings),
                        root.findMember(Feed.HEALTH.member()).map(this::health)));
    }

    private OrderLayout orders(JsonReader place) {
        known(place, "grain", "basis", "status", "covers");
        constant(place.member("basis"), Basis.class);
        Map<String, Words> status = new LinkedHashMap<>();
        List<Wanted> wanted = new ArrayList<>();
        place.findMember("status").ifPresent(member -> {
            for (String column : member.names()) {
                status.put(column, words(member.member(column)));
                wanted.add(new Wanted("status", column, Kind.WORD));
            }
        });
        Layout layout = layout(place, Feed.ORDERS, wanted);
        boolean requested = constant(place.member("covers"), Covers.class) == Covers.REQUEST;
        Query query = layout.query();
        if (requested
                && !((query.names(Feed.FROM) || query.names(Feed.LOCAL_FROM))
                        && (query.names(Feed.TO) || query.names(Feed.LOCAL_TO)))) {
            throw place.member("covers")
                    .refusal(
                            "says that the statement gives the period that is asked for, but it has not both :from (or :localFrom) and :to"
                                    + " (or :localTo)");
        }
        return new OrderLayout(layout, constant(place.member("grain"), Grain.class), status, requested);
    }

    private static Words words(JsonReader place) {
        place.onlyMembers(Set.of("counts", "unpaid", "cancels"));
        Words words = new Words(texts(place, "counts"), texts(place, "unpaid"), texts(place, "cancels"));
        long different = Stream.of(words.counts(), words.unpaid(), words.cancels())
                .flatMap(Set::stream)
                .distinct()
                .count();
        if (different == 0
                || different
                        < words.counts().size()
                                + words.unpaid().size()
                                + words.cancels().size()) {
            throw place.refusal("has no word, or one that means two things");
        }
        return words;
    }

    private static Set<String> texts(JsonReader place, String member) {
        return place.findMember(member).map(JsonReader::elements).orElse(List.of()).stream()
                .map(JsonReader::text)
                .collect(Collectors.toSet());
    }

    private ReadingLayout readings(JsonReader place) {
        known(place, "basis", "semantics", "subjectKind", "quality", "figures");
        constant(place.member("basis"), Basis.class);
        JsonReader columns = place.member("figures");
        Map<Metric, String> figures = new EnumMap<>(Metric.class);
        List<Wanted> wanted = new ArrayList<>();
        columns.onlyMembers(Metric.all().stream().map(Metric::column).collect(Collectors.toSet()));
        for (Metric metric : Metric.all()) {
            columns.findMember(metric.column()).ifPresent(column -> {
                figures.put(metric, column.text());
                boolean amount = metric == Metric.AMOUNT || metric == Metric.REFUNDED;
                wanted.add(new Wanted("figures." + metric.column(), column.text(), amount ? Kind.AMOUNT : Kind.COUNT));
            });
        }
        if (figures.isEmpty()) {
            throw columns.refusal("names no figure");
        }
        Layout layout = layout(place, Feed.READINGS, wanted);
        Map<Role, String> roles = layout.columns();
        Optional<SubjectKind> kind = place.findMember("subjectKind").map(word -> constant(word, SubjectKind.class));
        if (roles.containsKey(Role.SUBJECT)
                ? kind.isPresent() == roles.containsKey(Role.SUBJECT_KIND)
                : kind.isPresent()) {
            throw place.refusal(
                    "says of whom the rows are in no way or in two (expected columns.subject with either subjectKind or"
                            + " columns.subjectKind, or none of them for the store itself)");
        }
        Optional<Quality> quality = place.findMember("quality").map(word -> constant(word, Quality.class));
        if (quality.isPresent() == roles.containsKey(Role.QUALITY)) {
            throw place.refusal(
                    "says how sure the figures are in no way or in two (expected quality or columns.quality)");
        }
        Query query = layout.query();
        if (Stream.of(Role.BOUNDARY, Role.DAY, Role.OBSERVED_AT).noneMatch(roles::containsKey)
                && !query.names(Feed.TO)
                && !query.names(Feed.LOCAL_TO)) {
            throw place.refusal(
                    "would give the same figures at every boundary (expected :to or :localTo in the statement, or a column boundary,"
                            + " day or observedAt)");
        }
        return new ReadingLayout(layout, constant(place.member("semantics"), Semantics.class), kind, quality, figures);
    }

    private Layout state(JsonReader place, Feed feed) {
        known(place);
        return layout(place, feed, List.of());
    }

    private Layout listings(JsonReader place) {
        Layout layout = state(place, Feed.LISTINGS);
        if (Set.of(Role.ITEM, Role.SKU, Role.CURRENCY, Role.AS_OF)
                .containsAll(layout.columns().keySet())) {
            throw place.member("columns").refusal("has nothing that a listing shows");
        }
        return layout;
    }

    private HealthLayout health(JsonReader place) {
        known(place, "indicators");
        List<HealthLayout.Indicator> indicators = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (JsonReader element : place.elements("indicators")) {
            HealthLayout.Indicator indicator = indicator(element, wanted);
            if (indicators.stream().anyMatch(before -> before.key().equals(indicator.key()))) {
                throw element.refusal("is a second place of " + indicator.key());
            }
            indicators.add(indicator);
        }
        if (indicators.isEmpty()) {
            throw place.member("indicators").refusal("names no indicator");
        }
        return new HealthLayout(layout(place, Feed.HEALTH, wanted), indicators);
    }

    private static HealthLayout.Indicator indicator(JsonReader place, List<Wanted> wanted) {
        place.onlyMembers(Set.of("category", "metric", "columns", "scale", "definition", "window"));
        JsonReader named = place.member("columns")
                .onlyMembers(Arrays.stream(Figure.values()).map(Role::memberOf).collect(Collectors.toSet()));
        Map<Figure, String> columns = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            named.findMember(Role.memberOf(figure)).ifPresent(column -> {
                columns.put(figure, column.text());
                wanted.add(new Wanted("indicators." + Role.memberOf(figure), column.text(), figure.kind()));
            });
        }
        Set<Figure> figures = columns.keySet();
        boolean stated = figures.contains(Figure.VALUE)
                && Set.of(Figure.VALUE, Figure.SAMPLE).containsAll(figures);
        boolean counted = figures.equals(Set.of(Figure.DIVIDEND, Figure.DIVISOR));
        boolean spent = figures.contains(Figure.SPENT)
                && Set.of(Figure.SPENT, Figure.BUDGET).containsAll(figures);
        if (!stated && !counted && !spent) {
            throw named.refusal(
                    "is no figure (expected value, with sample where there is one; or dividend and divisor; or spent, with"
                            + " budget where there is one)");
        }
        if (place.findMember("scale").isPresent() && !stated) {
            throw place.member("scale").refusal("is how a value is written, and there is no column of one");
        }
        return new HealthLayout.Indicator(
                place.whole(
                        "is not an indicator",
                        () -> new RuleKey(
                                place.text("category"),
                                place.findMember("metric").map(JsonReader::text))),
                columns,
                place.findMember("scale")
                                .map(word -> constant(word, Scale.class))
                                .orElse(Scale.PLAIN)
                        == Scale.PERCENT,
                place.findMember("definition").map(JsonReader::text),
                place.findMember("window")
                        .map(window -> window.as("is not a window (expected something like P30D)", Period::parse)));
    }

    private static void known(JsonReader place, String... further) {
        Set<String> known = new HashSet<>(FEED_MEMBERS);
        known.addAll(List.of(further));
        place.onlyMembers(known);
    }

    /** The statement of a feed, with the columns of its roles beside those that only this feed has. */
    private Layout layout(JsonReader place, Feed feed, List<Wanted> further) {
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

    private static <E extends Enum<E>> E constant(JsonReader place, Class<E> type) {
        return place.as("is none of " + Arrays.toString(type.getEnumConstants()), word -> Enum.valueOf(type, word));
    }
}
