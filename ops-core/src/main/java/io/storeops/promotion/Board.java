package io.storeops.promotion;

import io.storeops.promotion.PromotionRules.GroupChoice;
import io.storeops.promotion.PromotionRules.PercentRounding;
import io.storeops.promotion.PromotionRules.Sequence;
import io.storeops.promotion.PromotionRules.ThresholdBase;
import io.storeops.promotion.PromotionRules.UnitStacking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A plan under rules without a gap, made ready for calculation: SKUs and promotions by position. Nobody changes it. */
final class Board {
    final List<String> skus;
    final long[] price;

    /** The promotions of known kinds, as listed. */
    final Deal[] deals;

    /** The positions of the promotions of a unit that cover a SKU, as listed. */
    final int[][] unitDeals;

    /** The positions of the promotions of the order, in the sequence in which they apply. */
    final int[] sequence;

    final int groups;
    final int codesPerOrder;
    final int membersPerOrder;
    final boolean isBest;
    final boolean isRunning;
    final boolean isAllOnList;
    final boolean isRoundedByLine;
    final boolean giftsCount;

    /**
     * A board.
     *
     * @param scopes for each promotion the positions of its SKUs, rising
     */
    Board(List<ApprovedPrice> prices, List<Promotion> promotions, List<int[]> scopes, PromotionRules rules) {
        this.price = new long[prices.size()];
        String[] sold = new String[price.length];
        for (int i = 0; i < price.length; i++) {
            sold[i] = prices.get(i).sku();
            price[i] = prices.get(i).minor();
        }
        this.skus = List.of(sold);
        Map<String, Integer> names = new HashMap<>();
        List<Deal> made = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            Promotion promotion = promotions.get(i);
            if (promotion instanceof UnitPromotion unit) {
                unit.terms().group().ifPresent(name -> names.putIfAbsent(name, names.size()));
                made.add(new Deal(unit, scopes.get(i), price.length, names));
            } else if (promotion instanceof OrderPromotion order) {
                order.terms().group().ifPresent(name -> names.putIfAbsent(name, names.size()));
                made.add(new Deal(order, scopes.get(i), price.length, names));
            }
        }
        this.deals = made.toArray(new Deal[0]);
        this.groups = names.size();
        this.unitDeals = unitDeals();
        this.sequence = sequence(rules.sequence().orElseThrow());
        this.codesPerOrder = rules.codesPerOrder().orElseThrow();
        this.membersPerOrder = rules.membersPerOrder().orElseThrow();
        this.isBest = rules.groupChoice().orElseThrow() == GroupChoice.BEST;
        this.isRunning = rules.thresholdBase().orElseThrow() == ThresholdBase.RUNNING;
        this.isAllOnList = rules.unitStacking().orElseThrow() == UnitStacking.ALL_ON_LIST;
        this.isRoundedByLine = rules.percentRounding().orElseThrow() == PercentRounding.LINE;
        this.giftsCount = rules.giftsCount().orElseThrow();
    }

    private int[][] unitDeals() {
        int[][] covering = new int[price.length][];
        int[] counts = new int[price.length];
        for (Deal deal : deals) {
            if (deal.level.isOfUnit()) {
                for (int sku : deal.scope) {
                    counts[sku]++;
                }
            }
        }
        for (int sku = 0; sku < covering.length; sku++) {
            covering[sku] = new int[counts[sku]];
            counts[sku] = 0;
        }
        for (int i = 0; i < deals.length; i++) {
            if (deals[i].level.isOfUnit()) {
                for (int sku : deals[i].scope) {
                    covering[sku][counts[sku]++] = i;
                }
            }
        }
        return covering;
    }

    private int[] sequence(Sequence rule) {
        int[] applied = new int[deals.length];
        int count = switch (rule) {
            case AS_LISTED -> add(applied, 0, ofOrder -> true);
            case ORDER_THEN_CODE ->
                add(applied, add(applied, 0, level -> level == Level.ORDER), level -> level == Level.CODE);
            case CODE_THEN_ORDER ->
                add(applied, add(applied, 0, level -> level == Level.CODE), level -> level == Level.ORDER);
        };
        return Arrays.copyOf(applied, count);
    }

    /** Adds the promotions of the order that are of some levels, as listed. */
    private int add(int[] applied, int count, Predicate<Level> levels) {
        int after = count;
        for (int i = 0; i < deals.length; i++) {
            if (!deals[i].level.isOfUnit() && levels.test(deals[i].level)) {
                applied[after++] = i;
            }
        }
        return after;
    }
}
