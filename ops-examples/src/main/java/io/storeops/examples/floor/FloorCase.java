package io.storeops.examples.floor;

import io.storeops.json.DocumentException;
import io.storeops.json.JsonReader;
import io.storeops.promotion.ApprovedPrice;
import io.storeops.promotion.FloorDecision;
import io.storeops.promotion.FloorMode;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.PromotionDocument;
import io.storeops.promotion.PromotionPlan;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One line of a file of cases: what is sold, under which promotions and rules, and whose floor is asked. Immutable.
 *
 * @param id the case's id
 * @param plan what is sold under which promotions
 * @param subject the SKU whose income is judged
 * @param floor the least wanted of a unit, in minor units; empty for none
 * @param mostUnits the most units of a cart that EXACT looks at
 * @param minorDigits how many decimals the currency has
 */
public record FloorCase(
        String id, PromotionPlan plan, String subject, OptionalLong floor, int mostUnits, int minorDigits) {
    private static final Set<String> KNOWN = Set.of(
            "id",
            "why",
            "currency",
            "minorDigits",
            "skus",
            "subject",
            "floor",
            "maxUnits",
            "rules",
            "promotions",
            "expected");

    /** The decimals of most currencies, where a case does not say how many. */
    private static final int USUAL_DIGITS = 2;

    /**
     * A case as a document states it. What it expects is not read.
     *
     * @param place where it stands
     * @return the case
     * @throws DocumentException if a member is unknown, missing, of another type or out of range
     */
    public static FloorCase of(JsonReader place) {
        place.onlyMembers(KNOWN);
        List<ApprovedPrice> prices = place.elements("skus").stream()
                .map(sku -> sku.onlyMembers(Set.of("sku", "price"))
                        .whole("is not a price", () -> new ApprovedPrice(sku.text("sku"), sku.number("price"))))
                .toList();
        List<Promotion> promotions = place.elements("promotions").stream()
                .map(PromotionDocument::promotion)
                .toList();
        JsonReader rules = place.member("rules");
        PromotionPlan plan = place.whole("is not a case", () -> {
            PromotionPlan whole = PromotionPlan.of(prices, promotions, PromotionDocument.rules(rules));
            return rules.findMember("maxSelections")
                    .map(limit -> whole.limitedTo(small(limit)))
                    .orElse(whole);
        });
        String subject = place.text("subject");
        if (prices.stream().noneMatch(price -> price.sku().equals(subject))) {
            throw place.member("subject").refusal("is not among the SKUs");
        }
        return new FloorCase(
                place.text("id"),
                plan,
                subject,
                place.findMember("floor")
                        .map(floor -> OptionalLong.of(notNegative(floor)))
                        .orElse(OptionalLong.empty()),
                place.findMember("maxUnits").map(FloorCase::units).orElse(FloorMode.USUAL_UNITS),
                place.findMember("minorDigits").map(FloorCase::digits).orElse(USUAL_DIGITS));
    }

    private static int units(JsonReader place) {
        return place.whole("is not a number of units", () -> new FloorMode.Exact(small(place)).units());
    }

    private static int digits(JsonReader place) {
        int digits = small(place);
        if (digits < 0 || digits > 9) {
            throw place.refusal("is not a number of decimals (expected 0 to 9)");
        }
        return digits;
    }

    private static long notNegative(JsonReader place) {
        if (place.number() < 0) {
            throw place.refusal("is below 0");
        }
        return place.number();
    }

    private static int small(JsonReader place) {
        long value = place.number();
        if (value != (int) value) {
            throw place.refusal("is not a whole number of 32 bits");
        }
        return (int) value;
    }

    /**
     * Decides the floor by the worst cart of few units.
     *
     * @return the decision
     */
    public FloorDecision exact() {
        return plan.decide(subject, floor, FloorMode.exact(mostUnits));
    }

    /**
     * Decides the floor by the bound.
     *
     * @return the decision
     */
    public FloorDecision bound() {
        return plan.decide(subject, floor, FloorMode.bound());
    }

    /** The id of the case and its subject. */
    @Override
    public String toString() {
        return id + " (" + subject + ")";
    }
}
