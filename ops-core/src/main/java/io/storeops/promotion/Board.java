package io.storeops.promotion;

import io.storeops.promotion.PromotionRules.GroupChoice;
import io.storeops.promotion.PromotionRules.PercentRounding;
import io.storeops.promotion.PromotionRules.Sequence;
import io.storeops.promotion.PromotionRules.ThresholdBase;
import io.storeops.promotion.PromotionRules.UnitStacking;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A plan under rules without a gap, made ready for calculation: SKUs and promotions by position. Nobody changes it. */
final class Board {
    final List<String> skus;
    final long[] price;

    /** The promotions of known kinds, as listed. */
    final List<Deal> deals;

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

    Board(List<ApprovedPrice> prices, Map<String, Integer> positions, List<Promotion> known, PromotionRules rules) {
        this.skus = prices.stream().map(ApprovedPrice::sku).toList();
        this.price = prices.stream().mapToLong(ApprovedPrice::minor).toArray();
        Map<String, Integer> names = new HashMap<>();
        List<Deal> made = new ArrayList<>();
        for (Promotion promotion : known) {
            if (promotion instanceof UnitPromotion unit) {
                unit.terms().group().ifPresent(name -> names.putIfAbsent(name, names.size()));
                made.add(new Deal(unit, positions, names));
            } else if (promotion instanceof OrderPromotion order) {
                order.terms().group().ifPresent(name -> names.putIfAbsent(name, names.size()));
                made.add(new Deal(order, positions, names));
            }
        }
        this.deals = List.copyOf(made);
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
        for (int i = 0; i < deals.size(); i++) {
            if (deals.get(i).level.isOfUnit()) {
                for (int sku : deals.get(i).scope) {
                    covering[sku][counts[sku]++] = i;
                }
            }
        }
        return covering;
    }

    private int[] sequence(Sequence rule) {
        List<Integer> applied = new ArrayList<>();
        switch (rule) {
            case AS_LISTED -> add(applied, EnumSet.of(Level.ORDER, Level.CODE));
            case ORDER_THEN_CODE -> {
                add(applied, EnumSet.of(Level.ORDER));
                add(applied, EnumSet.of(Level.CODE));
            }
            case CODE_THEN_ORDER -> {
                add(applied, EnumSet.of(Level.CODE));
                add(applied, EnumSet.of(Level.ORDER));
            }
        }
        return applied.stream().mapToInt(Integer::intValue).toArray();
    }

    private void add(List<Integer> applied, Set<Level> levels) {
        for (int i = 0; i < deals.size(); i++) {
            if (levels.contains(deals.get(i).level)) {
                applied.add(i);
            }
        }
    }
}
