package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.marketplace.HealthLayout.Figure;
import io.storeops.adapter.jdbc.marketplace.Query.Wanted;
import io.storeops.figures.Metric;
import io.storeops.figures.Quality;
import io.storeops.figures.Semantics;
import io.storeops.figures.SubjectKind;
import io.storeops.inspection.RuleKey;
import io.storeops.json.JsonReader;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the part of a configuration that says which figures a row has: readings of boundaries, and scores.
 *
 * @param feeds what all feeds have
 */
record FiguresDocument(FeedDocument feeds) {
    /** How a stated figure is written. */
    private enum Scale {
        PLAIN,
        PERCENT
    }

    ReadingLayout readings(JsonReader place) {
        FeedDocument.known(place, "basis", "semantics", "subjectKind", "quality", "figures");
        FeedDocument.requirePaid(place);
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
        Layout layout = feeds.layout(place, Feed.READINGS, wanted);
        Map<Role, String> roles = layout.columns();
        Optional<SubjectKind> kind =
                place.findMember("subjectKind").map(word -> FeedDocument.constant(word, SubjectKind.class));
        boolean asColumn = roles.containsKey(Role.SUBJECT_KIND);
        boolean itself = !asColumn && (kind.isEmpty() || kind.get() == SubjectKind.STORE);
        if (roles.containsKey(Role.SUBJECT) ? kind.isPresent() == asColumn : !itself) {
            throw place.refusal(
                    "says of whom the rows are in no way or in two (expected columns.subject with either subjectKind or"
                            + " columns.subjectKind, or none of them, or the subjectKind STORE alone, for the store itself)");
        }
        Optional<Quality> quality = place.findMember("quality").map(word -> FeedDocument.constant(word, Quality.class));
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
        return new ReadingLayout(
                layout, FeedDocument.constant(place.member("semantics"), Semantics.class), kind, quality, figures);
    }

    HealthLayout health(JsonReader place) {
        FeedDocument.known(place, "indicators");
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
        return new HealthLayout(feeds.layout(place, Feed.HEALTH, wanted), indicators);
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
                                .map(word -> FeedDocument.constant(word, Scale.class))
                                .orElse(Scale.PLAIN)
                        == Scale.PERCENT,
                place.findMember("definition").map(JsonReader::text),
                place.findMember("window")
                        .map(window -> window.as("is not a window (expected something like P30D)", Period::parse)));
    }
}
