package io.storeops.position;

import io.storeops.id.IdText;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** How base values, time limits, and the rules of duties 1 and 3 stand in a roster's document. */
final class RulesDocument {
    private static final Set<String> BASELINES = Set.of(
            "dsr", "badReviewRate", "refundRate", "refundWindowDays", "competitorPriceMove", "activityExpiryWarning");

    private static final Set<String> ACTIVITIES = Set.of(
            "order", "floorDecision", "cartUnits", "overlapAllowed", "referencePriceDays", "afterBy", "closeOut");

    private RulesDocument() {}

    static Rules.Baselines baselines(JsonReader place) {
        place.onlyMembers(BASELINES);
        return new Rules.Baselines(
                place.findMember("dsr").map(DocumentFields::decimal),
                place.findMember("badReviewRate").map(DocumentFields::decimal),
                place.findMember("refundRate").map(DocumentFields::decimal),
                place.findMember("refundWindowDays").map(days -> DocumentFields.atLeast(1, days)),
                place.findMember("competitorPriceMove").map(DocumentFields::decimal),
                place.findMember("activityExpiryWarning").map(DocumentFields::duration));
    }

    static Json write(Rules.Baselines baselines) {
        DocumentMembers members = new DocumentMembers()
                .decimal("dsr", baselines.dsr())
                .decimal("badReviewRate", baselines.badReviewRate())
                .decimal("refundRate", baselines.refundRate())
                .decimal("competitorPriceMove", baselines.competitorPriceMove())
                .text("activityExpiryWarning", baselines.activityExpiryWarning());
        baselines.refundWindowDays().ifPresent(days -> members.put("refundWindowDays", Json.of(days)));
        return members.build();
    }

    static Sla sla(JsonReader place) {
        SortedMap<Sla.Key, Duration> general = new TreeMap<>();
        SortedMap<Sla.Key, SortedMap<String, Duration>> bySeverity = new TreeMap<>();
        for (String name : place.names()) {
            int dot = name.indexOf('.');
            Sla.Key key = key(place, name, dot < 0 ? name : name.substring(0, dot));
            Map<String, Duration> severities = bySeverity.computeIfAbsent(key, each -> new TreeMap<>());
            place.findMember(name).map(DocumentFields::duration).ifPresent(limit -> {
                if (dot < 0) {
                    general.put(key, limit);
                } else {
                    severities.put(severity(place, name, dot), limit);
                }
            });
        }
        return new Sla(general, bySeverity);
    }

    private static Sla.Key key(JsonReader place, String name, String key) {
        return Arrays.stream(Sla.Key.values())
                .filter(each -> each.name().equals(key))
                .findFirst()
                .orElseThrow(() -> new DocumentException(
                        place.document(),
                        place.path(),
                        "the member '" + name + "'",
                        "is unknown; known, alone or with a severity as in TICKET_ACK.HIGH: "
                                + Arrays.toString(Sla.Key.values())));
    }

    private static String severity(JsonReader place, String name, int dot) {
        return DocumentFields.key(
                place,
                name,
                "is not a time limit with a severity (expected something like TICKET_ACK.HIGH)",
                text -> Duty.word(text.substring(dot + 1)));
    }

    static Json write(Sla sla) {
        DocumentMembers members = new DocumentMembers();
        sla.general().forEach((key, limit) -> members.text(key.name(), limit));
        sla.bySeverity()
                .forEach((key, limits) ->
                        limits.forEach((severity, limit) -> members.text(key + "." + severity, limit)));
        return members.build();
    }

    static ActivityRules activities(JsonReader place) {
        place.onlyMembers(ACTIVITIES);
        ActivityRules usual = ActivityRules.DEFAULT;
        return new ActivityRules(
                place.findMember("order").map(RulesDocument::order).orElse(usual.order()),
                place.findMember("floorDecision")
                        .map(each -> DocumentFields.constant(
                                each, "a figure to decide by", ActivityRules.FloorDecision.class))
                        .orElse(usual.floorDecision()),
                place.findMember("cartUnits")
                        .map(units -> DocumentFields.atLeast(1, units))
                        .orElse(usual.cartUnits()),
                place.findMember("overlapAllowed").map(RulesDocument::overlaps).orElse(usual.overlapAllowed()),
                place.findMember("referencePriceDays").map(days -> DocumentFields.atLeast(1, days)),
                place.findMember("afterBy").map(DocumentFields::duration).orElse(usual.afterBy()),
                place.findMember("closeOut")
                        .map(each -> map(
                                each, RulesDocument::kind, fields -> DocumentFields.each(fields, DocumentFields::word)))
                        .orElse(usual.closeOut()));
    }

    static ActivityRules.Kind kind(JsonReader place) {
        return DocumentFields.constant(place, "a kind of activity", ActivityRules.Kind.class);
    }

    private static List<ActivityRules.Level> order(JsonReader place) {
        List<ActivityRules.Level> order = DocumentFields.each(
                place, each -> DocumentFields.constant(each, "a level of promotions", ActivityRules.Level.class));
        if (order.size() < ActivityRules.Level.values().length) {
            throw place.refusal(
                    "does not name every level of promotions: " + Arrays.toString(ActivityRules.Level.values()));
        }
        return order;
    }

    private static List<ActivityRules.Overlap> overlaps(JsonReader place) {
        List<ActivityRules.Overlap> overlaps = new ArrayList<>();
        for (JsonReader pair : place.elements()) {
            List<JsonReader> kinds = pair.elements();
            if (kinds.size() != 2) {
                throw pair.refusal("is not a pair of kinds of activities (expected something like"
                        + " [\"DAILY\",\"MAJOR_CAMPAIGN\"])");
            }
            ActivityRules.Overlap overlap = new ActivityRules.Overlap(kind(kinds.get(0)), kind(kinds.get(1)));
            if (overlaps.stream().anyMatch(overlap::isSame)) {
                throw pair.refusal("stands twice");
            }
            overlaps.add(overlap);
        }
        return overlaps;
    }

    static Json write(ActivityRules rules) {
        DocumentMembers members = new DocumentMembers()
                .put("order", DocumentMembers.texts(rules.order()))
                .text("floorDecision", rules.floorDecision())
                .put("cartUnits", Json.of(rules.cartUnits()))
                .put(
                        "overlapAllowed",
                        Json.array(rules.overlapAllowed().stream()
                                .map(overlap -> DocumentMembers.texts(List.of(overlap.one(), overlap.other())))
                                .toList()))
                .text("afterBy", rules.afterBy())
                .put("closeOut", DocumentMembers.object(rules.closeOut(), DocumentMembers::texts));
        rules.referencePriceDays().ifPresent(days -> members.put("referencePriceDays", Json.of(days)));
        return members.build();
    }

    static Rules.FigureRules figures(JsonReader root) {
        Rules.FigureRules usual = Rules.FigureRules.DEFAULT;
        return new Rules.FigureRules(
                root.findMember("targetBasis")
                        .map(basis -> DocumentFields.constant(basis, "a basis of targets", Rules.TargetBasis.class))
                        .orElse(usual.targetBasis()),
                root.findMember("releaseItems")
                        .map(items -> DocumentFields.atLeast(0, items))
                        .orElse(usual.releaseItems()),
                root.findMember("metricSources")
                        .map(sources -> map(
                                sources.onlyMembers(Rules.FigureRules.METRICS),
                                JsonReader::text,
                                source -> source.as("is not a source", text -> IdText.checked("source", text))))
                        .orElse(usual.metricSources()));
    }

    static void write(Rules.FigureRules figures, DocumentMembers root) {
        root.text("targetBasis", figures.targetBasis())
                .put("releaseItems", Json.of(figures.releaseItems()))
                .map("metricSources", figures.metricSources(), Json::of);
    }

    /** The members of an object, their names and their values read each by its own rule. */
    static <K extends Comparable<? super K>, V> SortedMap<K, V> map(
            JsonReader place, Function<JsonReader, K> key, Function<JsonReader, V> value) {
        SortedMap<K, V> found = new TreeMap<>();
        for (String name : place.names()) {
            K read = key.apply(DocumentFields.key(place, name));
            found.put(read, value.apply(place.member(name)));
        }
        return found;
    }
}
