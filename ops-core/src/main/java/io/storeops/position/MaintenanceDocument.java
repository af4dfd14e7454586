package io.storeops.position;

import static io.storeops.position.DocumentFields.atLeast;
import static io.storeops.position.DocumentFields.each;
import static io.storeops.position.DocumentFields.member;

import io.storeops.id.IdText;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.Collection;
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
            "clearLooks",
            "health");

    private MaintenanceDocument() {}

    static MaintenanceRules read(JsonReader root, Collection<String> categories) {
        MaintenanceRules usual = MaintenanceRules.of(categories);
        MaintenanceRules.Feed feed = usual.feed();
        MaintenanceRules.Stock stock = usual.stock();
        return new MaintenanceRules(
                member(root, "checklist", lines -> each(lines, MaintenanceDocument::line), usual.checklist()),
                new MaintenanceRules.Feed(
                        member(root, "feedMaxAge", DocumentFields::duration, feed.maxAge()),
                        member(root, "feedMinShare", DocumentFields::share, feed.minShare())),
                new MaintenanceRules.Stock(
                        member(root, "stockTolerance", units -> atLeast(0, units), stock.tolerance()),
                        member(root, "stockGrace", DocumentFields::duration, stock.grace())),
                writes(root, usual.writes()),
                member(root, "massBreaker", place -> massBreaker(place, usual.massBreaker()), usual.massBreaker()),
                member(root, "reopenWithin", DocumentFields::duration, usual.reopenWithin()),
                member(root, "clearLooks", looks -> atLeast(1, looks), usual.clearLooks()),
                member(root, "health", HealthDocument::read, usual.health()));
    }

    private static MaintenanceRules.Writes writes(JsonReader root, MaintenanceRules.Writes usual) {
        return new MaintenanceRules.Writes(
                member(root, "priceGuard", DocumentFields::decimal, usual.priceGuard()),
                member(root, "pendingUntil", DocumentFields::duration, usual.pendingUntil()),
                member(root, "readBackFor", DocumentFields::duration, usual.readBackFor()));
    }

    private static MaintenanceRules.MassBreaker massBreaker(JsonReader place, MaintenanceRules.MassBreaker usual) {
        place.onlyMembers(Set.of("count", "share"));
        return new MaintenanceRules.MassBreaker(
                member(place, "count", count -> atLeast(0, count), usual.count()),
                member(place, "share", DocumentFields::share, usual.share()));
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
        root.list("checklist", rules.checklist(), MaintenanceDocument::write)
                .text("feedMaxAge", rules.feed().maxAge())
                .decimal("feedMinShare", rules.feed().minShare())
                .number("stockTolerance", rules.stock().tolerance())
                .text("stockGrace", rules.stock().grace())
                .decimal("priceGuard", rules.writes().priceGuard())
                .text("pendingUntil", rules.writes().pendingUntil())
                .text("readBackFor", rules.writes().readBackFor())
                .put(
                        "massBreaker",
                        new DocumentMembers()
                                .number("count", rules.massBreaker().count())
                                .decimal("share", rules.massBreaker().share())
                                .build())
                .text("reopenWithin", rules.reopenWithin())
                .number("clearLooks", rules.clearLooks())
                .list("health", rules.health().indicators(), HealthDocument::write);
    }

    private static Json write(MaintenanceRules.Line line) {
        return new DocumentMembers()
                .text("id", line.id())
                .text("category", line.category())
                .text("filter", line.filter())
                .build();
    }
}
