package io.storeops.position;

import io.storeops.id.IdText;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** How the rules of duty 2 stand in a roster's document, as members of the roster itself. */
final class MaintenanceDocument {
    static final Set<String> MEMBERS = Set.of(
            "checklist",
            "feedMaxAge",
            "feedMinShare",
            "stockTolerance",
            "stockGrace",
            "priceGuard",
            "pendingUntil",
            "readBackFor",
            "massBreaker",
            "reopenWithin",
            "clearLooks");

    private MaintenanceDocument() {}

    static MaintenanceRules read(JsonReader root, Collection<String> categories) {
        MaintenanceRules usual = MaintenanceRules.of(categories);
        return new MaintenanceRules(
                root.findMember("checklist").isEmpty()
                        ? usual.checklist()
                        : DocumentFields.each(root, "checklist", MaintenanceDocument::line),
                new MaintenanceRules.Feed(
                        root.findMember("feedMaxAge")
                                .map(DocumentFields::duration)
                                .orElse(usual.feed().maxAge()),
                        root.findMember("feedMinShare")
                                .map(DocumentFields::share)
                                .orElse(usual.feed().minShare())),
                new MaintenanceRules.Stock(
                        root.findMember("stockTolerance")
                                .map(units -> DocumentFields.atLeast(0, units))
                                .orElse(usual.stock().tolerance()),
                        root.findMember("stockGrace")
                                .map(DocumentFields::duration)
                                .orElse(usual.stock().grace())),
                writes(root, usual.writes()),
                root.findMember("massBreaker")
                        .map(place -> massBreaker(place, usual.massBreaker()))
                        .orElse(usual.massBreaker()),
                root.findMember("reopenWithin").map(DocumentFields::duration).orElse(usual.reopenWithin()),
                root.findMember("clearLooks")
                        .map(looks -> DocumentFields.atLeast(1, looks))
                        .orElse(usual.clearLooks()));
    }

    private static MaintenanceRules.Writes writes(JsonReader root, MaintenanceRules.Writes usual) {
        return new MaintenanceRules.Writes(
                root.findMember("priceGuard").map(DocumentFields::decimal).orElse(usual.priceGuard()),
                root.findMember("pendingUntil").map(DocumentFields::duration).orElse(usual.pendingUntil()),
                root.findMember("readBackFor").map(DocumentFields::duration).orElse(usual.readBackFor()));
    }

    private static MaintenanceRules.MassBreaker massBreaker(JsonReader place, MaintenanceRules.MassBreaker usual) {
        place.onlyMembers(Set.of("count", "share"));
        return new MaintenanceRules.MassBreaker(
                place.findMember("count")
                        .map(count -> DocumentFields.atLeast(0, count))
                        .orElse(usual.count()),
                place.findMember("share").map(DocumentFields::share).orElse(usual.share()));
    }

    private static MaintenanceRules.Line line(JsonReader place) {
        place.onlyMembers(Set.of("id", "category", "filter"));
        return new MaintenanceRules.Line(
                place.member("id").as("is not an id of a line", text -> IdText.checked("checklist line", text)),
                DocumentFields.word(place.member("category")),
                place.findMember("filter").map(MaintenanceDocument::filter));
    }

    private static String filter(JsonReader place) {
        String filter = place.text();
        if (filter.isBlank()) {
            throw place.refusal("is blank");
        }
        return filter;
    }

    static void write(MaintenanceRules rules, DocumentMembers root) {
        root.put(
                        "checklist",
                        Json.array(rules.checklist().stream()
                                .map(MaintenanceDocument::write)
                                .toList()))
                .text("feedMaxAge", rules.feed().maxAge())
                .decimal("feedMinShare", Optional.of(rules.feed().minShare()))
                .put("stockTolerance", Json.of(rules.stock().tolerance()))
                .text("stockGrace", rules.stock().grace())
                .decimal("priceGuard", Optional.of(rules.writes().priceGuard()))
                .text("pendingUntil", rules.writes().pendingUntil())
                .text("readBackFor", rules.writes().readBackFor())
                .put(
                        "massBreaker",
                        new DocumentMembers()
                                .put("count", Json.of(rules.massBreaker().count()))
                                .decimal(
                                        "share", Optional.of(rules.massBreaker().share()))
                                .build())
                .text("reopenWithin", rules.reopenWithin())
                .put("clearLooks", Json.of(rules.clearLooks()));
    }

    private static Json write(MaintenanceRules.Line line) {
        return new DocumentMembers()
                .text("id", line.id())
                .text("category", line.category())
                .text("filter", line.filter())
                .build();
    }
}
