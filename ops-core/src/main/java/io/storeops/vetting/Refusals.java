package io.storeops.vetting;

import io.storeops.act.Context;
import io.storeops.campaign.Campaign;
import io.storeops.catalog.Money;
import io.storeops.failure.Refusal;
import io.storeops.listing.SellableStock;
import io.storeops.promotion.Cart;
import io.storeops.promotion.FloorDecision;
import io.storeops.promotion.Fraction;
import java.util.List;
import java.util.Optional;

/** Why campaigns cannot be, in words for people and values for programs. */
final class Refusals {
    private static final String ACTIVITIES = "activities";
    private static final String ITEM = "item";

    private Refusals() {}

    static Refusal overlap(Campaign planned, List<String> others) {
        return new Refusal(
                        "OVERLAP",
                        planned.kind() + " " + planned.id() + " overlaps with " + String.join(", ", others)
                                + " on a SKU, which the roster does not allow; the manager may allow it, naming them")
                .naming(ACTIVITIES, others);
    }

    static Refusal reference(Context context, Campaign planned, ReferencePrice.Above above, long days) {
        return new Refusal(
                        "REFERENCE_PRICE",
                        planned.id() + " sells " + above.sku() + " at " + shown(context, above.minor())
                                + ", and it was or is to be shown at " + shown(context, above.reference()) + " in the "
                                + days + " days before; the price must be below that, or the manager allows it")
                .naming(ITEM, List.of(above.sku()))
                .naming("price_minor", List.of(String.valueOf(above.minor())))
                .naming("reference_minor", List.of(String.valueOf(above.reference())));
    }

    static Refusal above(Context context, Campaign planned, String sku, long minor) {
        return new Refusal(
                        "ABOVE_PRICE",
                        "the flash price " + shown(context, minor) + " of " + sku + " in " + planned.id()
                                + " is above the price that is approved for its beginning; lower it")
                .naming(ITEM, List.of(sku))
                .naming("price_minor", List.of(String.valueOf(minor)));
    }

    /** Why what is promised cannot be kept; where nobody told how much can be sold, it is not judged. */
    static Optional<Refusal> overcommitted(String sku, Peak peak, Optional<SellableStock> stock) {
        return stock.map(SellableStock::units)
                .filter(units -> peak.units() > units)
                .map(units -> new Refusal(
                                "OVERCOMMITTED",
                                String.join(", ", peak.activities()) + " promise " + peak.units() + " units of " + sku
                                        + " at " + peak.at() + ", and " + units + " can be sold; lower a quota")
                        .naming(ITEM, List.of(sku))
                        .naming(ACTIVITIES, peak.activities())
                        .naming("committed", List.of(String.valueOf(peak.units())))
                        .naming("sellable", List.of(String.valueOf(units))));
    }

    static Refusal belowFloor(Context context, Proof proof, List<String> activities) {
        String floor = proof.floorMinor().map(minor -> shown(context, minor)).orElse("none");
        String found = proof.check() == FloorDecision.Verdict.UNPROVEN
                ? "nothing is proved of a unit of " + proof.skuId() + ", since " + String.join("; ", proof.doubts())
                : "no more than "
                        + proof.bound().map(income -> shown(context, income)).orElse("nothing") + " of a unit of "
                        + proof.skuId() + " is proved to be left"
                        + proof.worst()
                                .map(worst ->
                                        ", and the cart " + worst.cart() + " leaves " + shown(context, worst.income()))
                                .orElse("");
        Refusal refusal = new Refusal(
                        "BELOW_FLOOR",
                        "under " + String.join(", ", activities) + " from " + proof.interval() + " " + found
                                + "; its floor is " + floor + ". Change a price, a window or the floor")
                .naming(ACTIVITIES, activities)
                .naming(ITEM, List.of(proof.skuId()))
                .naming("from", List.of(proof.interval().from().toString()))
                .naming("to", List.of(proof.interval().to().toString()))
                .naming(
                        "floor_minor",
                        proof.floorMinor().stream().map(String::valueOf).toList())
                .naming("doubts", proof.doubts());
        if (proof.bound().isPresent()) {
            refusal = refusal.naming("bound_minor", List.of(proof.bound().get().shown(0)));
        }
        return proof.worst().isPresent() ? named(refusal, context, proof) : refusal;
    }

    private static Refusal named(Refusal refusal, Context context, Proof proof) {
        Proof.Worst worst = proof.worst().orElseThrow();
        return refusal.naming(
                        "cart",
                        worst.cart().lines().stream().map(Cart.Line::toString).toList())
                .naming("pays_minor", List.of(String.valueOf(worst.paysMinor())))
                .naming("units", List.of(String.valueOf(worst.units(proof.skuId()))))
                .naming("per_unit", List.of(shown(context, worst.income())));
    }

    private static String shown(Context context, long minor) {
        return shown(context, Fraction.of(minor, 1));
    }

    private static String shown(Context context, Fraction income) {
        return income.shown(Money.digits(context.store().currency()));
    }
}
