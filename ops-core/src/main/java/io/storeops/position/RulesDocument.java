package io.storeops.position;

import static io.storeops.position.DocumentFields.atLeast;
import static io.storeops.position.DocumentFields.constant;
import static io.storeops.position.DocumentFields.each;
import static io.storeops.position.DocumentFields.map;
import static io.storeops.position.DocumentFields.member;

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

/** How base values, time limits, and the rules of duties 1 and 3 stand in a roster's document. */
final class RulesDocument {
    private static final Set<String> BASELINES = Set.of(
            "dsr",
            "badReviewRate",
            "refundRate",
            "refundWindowDays",
            "competitorPriceMove",
            "competitorSalesMove",
            "activityExpiryWarning");

    private static final Set<String> ACTIVITIES = Set.of(
            "order",
            "floorDecision",
            "cartUnits",
            "overlapAllowed",
            "referencePriceDays",
            "baselineDays",
            "afterBy",
            "closeOut",
            "promotionRules");

    private RulesDocument() {}

    static Baselines baselines(JsonReader place) {
        place.onlyMembers(BASELINES);
        return new Baselines(
                place.findMember("dsr").map(DocumentFields::decimal),
                place.findMember("badReviewRate").map(DocumentFields::decimal),
                place.findMember("refundRate").map(DocumentFields::decimal),
                place.findMember("refundWindowDays").map(days -> atLeast(1, days)),
                place.findMember("competitorPriceMove").map(DocumentFields::decimal),
                place.findMember("competitorSalesMove").map(DocumentFields::decimal),
                place.findMember("activityExpiryWarning").map(DocumentFields::duration));
    }

    static Json write(Baselines baselines) {
        return new DocumentMembers()
                .decimal("dsr", baselines.dsr())
                .decimal("badReviewRate", baselines.badReviewRate())
                .decimal("refundRate", baselines.refundRate())
                .decimal("competitorPriceMove", baselines.competitorPriceMove())
                .decimal("competitorSalesMove", baselines.competitorSalesMove())
                .text("activityExpiryWarning", baselines.activityExpiryWarning())
                .number("refundWindowDays", baselines.refundWindowDays())
                .build();
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
                member(place, "order", RulesDocument::order, usual.order()),
                member(
                        place,
                        "floorDecision",
                        each -> constant(each, "a figure to decide by", ActivityRules.FloorDecision.class),
                        usual.floorDecision()),
                member(place, "cartUnits", units -> atLeast(1, units), usual.cartUnits()),
                member(place, "overlapAllowed", RulesDocument::overlaps, usual.overlapAllowed()),
                place.findMember("referencePriceDays").map(days -> atLeast(1, days)),
                member(place, "baselineDays", days -> DetectionDocument.number(1, days), usual.baselineDays()),
                member(place, "afterBy", DocumentFields::duration, usual.afterBy()),
                member(
                        place,
                        "closeOut",
                        each -> map(each, RulesDocument::kind, fields -> each(fields, DocumentFields::word)),
                        usual.closeOut()),
                place.findMember("promotionRules").map(RulesDocument::object));
    }

    /** An object whose members are somebody else's to read. */
    private static Json object(JsonReader place) {
        place.names();
        return place.value();
    }

    static ActivityRules.Kind kind(JsonReader place) {
        return constant(place, "a kind of activity", ActivityRules.Kind.class);
    }

    private static List<ActivityRules.Level> order(JsonReader place) {
        List<ActivityRules.Level> order =
                each(place, each -> constant(each, "a level of promotions", ActivityRules.Level.class));
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
        return new DocumentMembers()
                .put("order", DocumentMembers.texts(rules.order()))
                .text("floorDecision", rules.floorDecision())
                .number("cartUnits", rules.cartUnits())
                .list(
                        "overlapAllowed",
                        rules.overlapAllowed(),
                        overlap -> DocumentMembers.texts(List.of(overlap.one(), overlap.other())))
                .number("baselineDays", rules.baselineDays())
                .text("afterBy", rules.afterBy())
                .put("closeOut", DocumentMembers.object(rules.closeOut(), DocumentMembers::texts))
                .number("referencePriceDays", rules.referencePriceDays())
                .put("promotionRules", rules.promotionRules())
                .build();
    }

    static Rules.FigureRules figures(JsonReader root) {
        Rules.FigureRules usual = Rules.FigureRules.DEFAULT;
        return new Rules.FigureRules(
                member(
                        root,
                        "targetBasis",
                        basis -> constant(basis, "a basis of targets", Rules.TargetBasis.class),
                        usual.targetBasis()),
                member(root, "releaseItems", items -> atLeast(0, items), usual.releaseItems()),
                member(
                        root,
                        "metricSources",
                        sources -> map(
                                sources.onlyMembers(Rules.FigureRules.METRICS),
                                JsonReader::text,
                                source -> source.as("is not a source", text -> IdText.checked("source", text))),
                        usual.metricSources()));
    }

    static void write(Rules.FigureRules figures, DocumentMembers root) {
        root.text("targetBasis", figures.targetBasis())
                .number("releaseItems", figures.releaseItems())
                .map("metricSources", figures.metricSources(), Json::of);
    }
}
