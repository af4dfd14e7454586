package io.storeops.position;

import static io.storeops.position.DocumentFields.atLeast;
import static io.storeops.position.DocumentFields.member;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.math.BigDecimal;
import java.util.Set;

/** How the rules of the detector stand in a roster's document: an object of objects, each figure as in the default roster if absent. */
final class DetectionDocument {
    private DetectionDocument() {}

    static DetectionRules read(JsonReader place) {
        place.onlyMembers(Set.of("minSample", "forecast", "orders", "drift", "refunds", "prices", "stockouts"));
        DetectionRules usual = DetectionRules.DEFAULT;
        return new DetectionRules(
                number(place, "minSample", 2, usual.minSample()),
                member(place, "forecast", DetectionDocument::forecast, usual.forecast()),
                member(place, "orders", DetectionDocument::orders, usual.orders()),
                member(place, "drift", DetectionDocument::drift, usual.drift()),
                member(place, "refunds", DetectionDocument::refunds, usual.refunds()),
                member(place, "prices", DetectionDocument::prices, usual.prices()),
                member(place, "stockouts", DetectionDocument::stockouts, usual.stockouts()));
    }

    private static DetectionRules.Forecast forecast(JsonReader place) {
        place.onlyMembers(Set.of(
                "levelHalfLife", "profileHalfLife", "weekdayPrior", "dispersionHalfLife", "slotMemory", "nightMemory"));
        DetectionRules.Forecast usual = DetectionRules.Forecast.DEFAULT;
        return new DetectionRules.Forecast(
                positive(place, "levelHalfLife", usual.levelHalfLife()),
                positive(place, "profileHalfLife", usual.profileHalfLife()),
                positive(place, "weekdayPrior", usual.weekdayPrior()),
                positive(place, "dispersionHalfLife", usual.dispersionHalfLife()),
                share(place, "slotMemory", usual.slotMemory()),
                share(place, "nightMemory", usual.nightMemory()));
    }

    private static DetectionRules.Orders orders(JsonReader place) {
        place.onlyMembers(Set.of("outage", "dip", "halved", "surge", "doubled", "evenFigures"));
        DetectionRules.Orders usual = DetectionRules.Orders.DEFAULT;
        return new DetectionRules.Orders(
                positive(place, "outage", usual.outage()),
                positive(place, "dip", usual.dip()),
                positive(place, "halved", usual.halved()),
                positive(place, "surge", usual.surge()),
                positive(place, "doubled", usual.doubled()),
                number(place, "evenFigures", 1, usual.evenFigures()));
    }

    private static DetectionRules.Drift drift(JsonReader place) {
        place.onlyMembers(Set.of("score", "days", "referenceDays", "fall"));
        DetectionRules.Drift usual = DetectionRules.Drift.DEFAULT;
        return new DetectionRules.Drift(
                positive(place, "score", usual.score()),
                number(place, "days", DetectionRules.Drift.LEAST_DAYS, usual.days()),
                number(place, "referenceDays", DetectionRules.Drift.LEAST_DAYS, usual.referenceDays()),
                share(place, "fall", usual.fall()));
    }

    private static DetectionRules.Refunds refunds(JsonReader place) {
        place.onlyMembers(Set.of("evidence", "halfLife", "minDays"));
        DetectionRules.Refunds usual = DetectionRules.Refunds.DEFAULT;
        return new DetectionRules.Refunds(
                positive(place, "evidence", usual.evidence()),
                positive(place, "halfLife", usual.halfLife()),
                number(place, "minDays", 2, usual.minDays()));
    }

    private static DetectionRules.Prices prices(JsonReader place) {
        place.onlyMembers(Set.of("minDays", "history", "below", "above", "apart"));
        DetectionRules.Prices usual = DetectionRules.Prices.DEFAULT;
        return new DetectionRules.Prices(
                number(place, "minDays", 2, usual.minDays()),
                number(place, "history", 2, usual.history()),
                share(place, "below", usual.below()),
                positive(place, "above", usual.above()),
                positive(place, "apart", usual.apart()));
    }

    private static DetectionRules.Stockouts stockouts(JsonReader place) {
        place.onlyMembers(Set.of("falseAlarms", "days", "halfLife", "minDays"));
        DetectionRules.Stockouts usual = DetectionRules.Stockouts.DEFAULT;
        return new DetectionRules.Stockouts(
                positive(place, "falseAlarms", usual.falseAlarms()),
                number(place, "days", 1, usual.days()),
                positive(place, "halfLife", usual.halfLife()),
                number(place, "minDays", 1, usual.minDays()));
    }

    private static long number(JsonReader place, String name, long least, long usual) {
        return member(place, name, at -> number(least, at), usual);
    }

    /** A number of days, values or figures. */
    static long number(long least, JsonReader at) {
        long number = atLeast(least, at);
        if (number > DetectionRules.MOST) {
            throw at.refusal("is above " + DetectionRules.MOST);
        }
        return number;
    }

    private static BigDecimal share(JsonReader place, String name, BigDecimal usual) {
        return member(place, name, DocumentFields::share, usual);
    }

    private static BigDecimal positive(JsonReader place, String name, BigDecimal usual) {
        return member(place, name, DetectionDocument::positive, usual);
    }

    private static BigDecimal positive(JsonReader at) {
        BigDecimal value = DocumentFields.decimal(at);
        if (value.signum() == 0) {
            throw at.refusal("is not above 0");
        }
        return value;
    }

    static Json write(DetectionRules rules) {
        DetectionRules.Forecast forecast = rules.forecast();
        DetectionRules.Orders orders = rules.orders();
        DetectionRules.Drift drift = rules.drift();
        DetectionRules.Refunds refunds = rules.refunds();
        DetectionRules.Prices prices = rules.prices();
        DetectionRules.Stockouts stockouts = rules.stockouts();
        return new DocumentMembers()
                .number("minSample", rules.minSample())
                .put(
                        "forecast",
                        new DocumentMembers()
                                .decimal("levelHalfLife", forecast.levelHalfLife())
                                .decimal("profileHalfLife", forecast.profileHalfLife())
                                .decimal("weekdayPrior", forecast.weekdayPrior())
                                .decimal("dispersionHalfLife", forecast.dispersionHalfLife())
                                .decimal("slotMemory", forecast.slotMemory())
                                .decimal("nightMemory", forecast.nightMemory())
                                .build())
                .put(
                        "orders",
                        new DocumentMembers()
                                .decimal("outage", orders.outage())
                                .decimal("dip", orders.dip())
                                .decimal("halved", orders.halved())
                                .decimal("surge", orders.surge())
                                .decimal("doubled", orders.doubled())
                                .number("evenFigures", orders.evenFigures())
                                .build())
                .put(
                        "drift",
                        new DocumentMembers()
                                .decimal("score", drift.score())
                                .number("days", drift.days())
                                .number("referenceDays", drift.referenceDays())
                                .decimal("fall", drift.fall())
                                .build())
                .put(
                        "refunds",
                        new DocumentMembers()
                                .decimal("evidence", refunds.evidence())
                                .decimal("halfLife", refunds.halfLife())
                                .number("minDays", refunds.minDays())
                                .build())
                .put(
                        "prices",
                        new DocumentMembers()
                                .number("minDays", prices.minDays())
                                .number("history", prices.history())
                                .decimal("below", prices.below())
                                .decimal("above", prices.above())
                                .decimal("apart", prices.apart())
                                .build())
                .put(
                        "stockouts",
                        new DocumentMembers()
                                .decimal("falseAlarms", stockouts.falseAlarms())
                                .number("days", stockouts.days())
                                .decimal("halfLife", stockouts.halfLife())
                                .number("minDays", stockouts.minDays())
                                .build())
                .build();
    }
}
