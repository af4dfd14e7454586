package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.marketplace.OrderLayout.Words;
import io.storeops.adapter.jdbc.marketplace.Query.Wanted;
import io.storeops.figures.OrderFeed.Grain;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a configuration. Every member is known; what is declared is needed, and what is needed is declared. */
final class SourceDocument {
    private static final String PARAMETER = "[A-Za-z][A-Za-z0-9_]{0,40}";

    /** What a statement of orders gives. */
    private enum Covers {
        /** Every order paid in the period that is asked for. */
        REQUEST,
        /** What lies between its earliest and its latest payment, and no more. */
        PAYMENTS
    }

    private final FeedDocument feeds;

    private SourceDocument(FeedDocument feeds) {
        this.feeds = feeds;
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
        Source source = new SourceDocument(new FeedDocument(parameters)).source(name, root);
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
                feeds.parameters(),
                root.findMember(Feed.ORDERS.member()).map(this::orders),
                root.findMember(Feed.READINGS.member()).map(new FiguresDocument(feeds)::readings),
                new Source.States(
                        root.findMember(Feed.STOCK_LEVELS.member()).map(place -> state(place, Feed.STOCK_LEVELS)),
                        root.findMember(Feed.PRICE_BOOK.member()).map(place -> state(place, Feed.PRICE_BOOK)),
                        root.findMember(Feed.LISTINGS.member()).map(this::listings),
                        root.findMember(Feed.HEALTH.member()).map(new FiguresDocument(feeds)::health)));
    }

    private OrderLayout orders(JsonReader place) {
        FeedDocument.known(place, "grain", "basis", "status", "covers");
        FeedDocument.requirePaid(place);
        Map<String, Words> status = new LinkedHashMap<>();
        List<Wanted> wanted = new ArrayList<>();
        place.findMember("status").ifPresent(member -> {
            for (String column : member.names()) {
                status.put(column, words(member.member(column)));
                wanted.add(new Wanted("status", column, Kind.WORD));
            }
        });
        Layout layout = feeds.layout(place, Feed.ORDERS, wanted);
        boolean requested = FeedDocument.constant(place.member("covers"), Covers.class) == Covers.REQUEST;
        Query query = layout.query();
        if (requested
                && !((query.names(Feed.FROM) || query.names(Feed.LOCAL_FROM))
                        && (query.names(Feed.TO) || query.names(Feed.LOCAL_TO)))) {
            throw place.member("covers")
                    .refusal(
                            "says that the statement gives the period that is asked for, but it has not both :from (or :localFrom) and :to"
                                    + " (or :localTo)");
        }
        return new OrderLayout(layout, FeedDocument.constant(place.member("grain"), Grain.class), status, requested);
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

    private Layout state(JsonReader place, Feed feed) {
        FeedDocument.known(place);
        return feeds.layout(place, feed, List.of());
    }

    private Layout listings(JsonReader place) {
        Layout layout = state(place, Feed.LISTINGS);
        if (Set.of(Role.ITEM, Role.SKU, Role.CURRENCY, Role.AS_OF)
                .containsAll(layout.columns().keySet())) {
            throw place.member("columns").refusal("has nothing that a listing shows");
        }
        return layout;
    }
}
