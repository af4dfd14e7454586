package io.storeops.position;

import static io.storeops.position.DocumentFields.atLeast;
import static io.storeops.position.DocumentFields.constant;
import static io.storeops.position.DocumentFields.member;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How the indicators of a store's health stand in a roster's document: an array of flat objects. */
final class HealthDocument {
    private static final Set<String> MEMBERS = Set.of(
            "category",
            "metric",
            "name",
            "en",
            "kind",
            "direction",
            "baseline",
            "base",
            "clear",
            "definition",
            "window",
            "minSample",
            "decimals");

    private static final Pattern WINDOW = Pattern.compile("P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?");

    private HealthDocument() {}

    static HealthRules read(JsonReader place) {
        return new HealthRules(
                place.elements().stream().map(HealthDocument::indicator).toList());
    }

    private static HealthRules.Indicator indicator(JsonReader place) {
        place.onlyMembers(MEMBERS);
        HealthRules.Kind kind = constant(place.member("kind"), "a kind of indicator", HealthRules.Kind.class);
        HealthRules.Direction direction =
                constant(place.member("direction"), "a side of the base", HealthRules.Direction.class);
        if (kind == HealthRules.Kind.SPEND && direction == HealthRules.Direction.BELOW) {
            throw place.member("direction").refusal("is not the side on which spend is bad; known: [ABOVE]");
        }
        return new HealthRules.Indicator(
                DocumentFields.word(place.member("category")),
                place.findMember("metric").map(DocumentFields::word),
                new HealthRules.Name(said(place.member("name")), said(place.member("en"))),
                kind,
                threshold(place, direction),
                counting(place));
    }

    private static HealthRules.Threshold threshold(JsonReader place, HealthRules.Direction direction) {
        Optional<BigDecimal> base = place.findMember("base").map(DocumentFields::decimal);
        Optional<String> baseline = place.findMember("baseline").map(HealthDocument::baseline);
        if (base.isPresent() && baseline.isPresent()) {
            throw place.member("base").refusal("stands beside a baseline; leave one of them out");
        }
        return new HealthRules.Threshold(
                direction, baseline, base, place.findMember("clear").map(DocumentFields::decimal));
    }

    private static HealthRules.Counting counting(JsonReader place) {
        return new HealthRules.Counting(
                place.findMember("definition").map(DocumentFields::word),
                place.findMember("window").map(HealthDocument::window),
                member(place, "minSample", least -> atLeast(1, least), 1L),
                member(place, "decimals", HealthDocument::decimals, HealthRules.Counting.DEFAULT_DECIMALS));
    }

    private static String said(JsonReader place) {
        String said = place.text();
        if (said.isBlank()) {
            throw place.refusal("is blank");
        }
        return said;
    }

    private static String baseline(JsonReader place) {
        String key = place.text();
        if (!HealthRules.Threshold.BASELINES.contains(key)) {
            throw place.refusal("is not a base value of an indicator; known: " + HealthRules.Threshold.BASELINES);
        }
        return key;
    }

    private static Period window(JsonReader place) {
        return place.as(
                "is not a window (expected ISO 8601 in days, weeks, months or years, something like P30D)", text -> {
                    if (!WINDOW.matcher(text).matches()) {
                        throw new IllegalArgumentException(text);
                    }
                    return HealthRules.Counting.positive(Period.parse(text));
                });
    }

    private static long decimals(JsonReader place) {
        long decimals = atLeast(0, place);
        if (decimals > HealthRules.Counting.MOST_DECIMALS) {
            throw place.refusal("is above " + HealthRules.Counting.MOST_DECIMALS);
        }
        return decimals;
    }

    static Json write(HealthRules.Indicator indicator) {
        return new DocumentMembers()
                .text("category", indicator.category())
                .text("metric", indicator.metric())
                .text("name", indicator.name().zh())
                .text("en", indicator.name().en())
                .text("kind", indicator.kind())
                .text("direction", indicator.threshold().direction())
                .text("baseline", indicator.threshold().sharedBase())
                .decimal("base", indicator.threshold().base())
                .decimal("clear", indicator.threshold().clear())
                .text("definition", indicator.counting().definition())
                .text("window", indicator.counting().window())
                .number("minSample", indicator.counting().minSample())
                .number("decimals", indicator.counting().decimals())
                .build();
    }
}
