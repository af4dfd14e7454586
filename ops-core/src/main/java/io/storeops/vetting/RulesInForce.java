package io.storeops.vetting;

import io.storeops.act.Context;
import io.storeops.json.JsonReader;
import io.storeops.position.ActivityRules;
import io.storeops.promotion.FloorMode;
import io.storeops.promotion.PromotionDocument;
import io.storeops.promotion.PromotionRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * By which rules promotions are judged in a store now (D40): those that its marketplace states, but for what the roster overrides.
 *
 * @param promotions how the platform applies promotions
 * @param mode by which figure a floor is decided
 * @param shownUnits the most units of a cart that is shown, 1 to {@link FloorMode#MOST_UNITS}
 * @param tooLarge the cart units of the roster, if it decides by carts of more than the price model looks at
 */
record RulesInForce(PromotionRules promotions, FloorMode mode, int shownUnits, OptionalInt tooLarge) {
    private static final List<ActivityRules.Level> OF_UNIT =
            List.of(ActivityRules.Level.FLASH, ActivityRules.Level.ITEM, ActivityRules.Level.MEMBER);

    static RulesInForce of(Context context) {
        ActivityRules activities = context.roster().activities();
        Optional<PromotionRules> stated = context.stated().find(PromotionRules.class);
        PromotionRules rules = activities
                .promotionRules()
                .map(document -> PromotionDocument.rules(
                        JsonReader.root("activityRules.promotionRules", document),
                        stated.orElseGet(PromotionRules::usual)))
                .or(() -> stated)
                .orElseGet(PromotionRules::unstated);
        int shown = (int) Math.min(activities.cartUnits(), FloorMode.MOST_UNITS);
        boolean exact = activities.floorDecision() == ActivityRules.FloorDecision.EXACT;
        return new RulesInForce(
                ordered(rules, activities.order()),
                exact ? FloorMode.exact(shown) : FloorMode.bound(),
                shown,
                exact && activities.cartUnits() > shown ? OptionalInt.of(shown) : OptionalInt.empty());
    }

    /** The roster's order of levels: the sequence of the order's, where nobody states another, and nothing that the model cannot follow. */
    private static PromotionRules ordered(PromotionRules rules, List<ActivityRules.Level> order) {
        PromotionRules sequenced = rules;
        if (rules.sequence().isEmpty()) {
            boolean orderFirst =
                    order.indexOf(ActivityRules.Level.ORDER) < order.indexOf(ActivityRules.Level.CODE);
            sequenced = rules.with(
                    orderFirst
                            ? PromotionRules.Sequence.ORDER_THEN_CODE
                            : PromotionRules.Sequence.CODE_THEN_ORDER);
        }
        boolean known = order.indexOf(ActivityRules.Level.MEMBER) == OF_UNIT.size() - 1
                && OF_UNIT.containsAll(order.subList(0, OF_UNIT.size()));
        return known
                ? sequenced
                : sequenced.withUnknown("the price model does not know the order " + order
                        + ": promotions of a unit come before those of the order, MEMBER last of them");
    }
}
