package io.storeops.promotion;

import io.storeops.promotion.PromotionRules.GroupChoice;
import io.storeops.promotion.PromotionRules.PercentRounding;
import io.storeops.promotion.PromotionRules.Sequence;
import io.storeops.promotion.PromotionRules.ThresholdBase;
import io.storeops.promotion.PromotionRules.UnitStacking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A random plan of one to three SKUs under one to six promotions, small enough to try every cart: prices that round badly, gifts, windows that
 * touch and overlap, exclusive groups across levels, shares that the platform bears, and every rule.
 */
record RandomPlan(List<ApprovedPrice> prices, List<Promotion> promotions, PromotionRules rules, String subject) {
    private static final Instant START = Instant.parse("2026-11-10T16:00:00Z");
    private static final int[] PERCENTAGES = {0, 1, 333, 1000, 1500, 2000, 3333, 5000, 9999, 10_000};

    static RandomPlan of(Random random) {
        int count = 1 + random.nextInt(3);
        int dear = random.nextBoolean() ? 12 : 20_000;
        List<ApprovedPrice> prices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isLikeTheFirst = i > 0 && random.nextInt(3) == 0;
            long price = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(dear);
            prices.add(new ApprovedPrice("S" + i, isLikeTheFirst ? prices.get(0).minor() : price));
        }
        List<Promotion> promotions = new ArrayList<>();
        int many = 1 + random.nextInt(6);
        for (int i = 0; i < many; i++) {
            promotions.add(promotion(random, "p" + i, count, dear));
        }
        return new RandomPlan(prices, promotions, rules(random), "S" + random.nextInt(count));
    }

    PromotionPlan plan() {
        return PromotionPlan.of(prices, promotions, rules);
    }

    private static <E> E any(Random random, E[] values) {
        return values[random.nextInt(values.length)];
    }

    private static PromotionRules rules(Random random) {
        return PromotionRules.unstated()
                .with(any(random, Sequence.values()))
                .with(any(random, ThresholdBase.values()))
                .with(any(random, GroupChoice.values()))
                .with(any(random, UnitStacking.values()))
                .with(any(random, PercentRounding.values()))
                .withGiftsCount(random.nextBoolean())
                .withCodesPerOrder(random.nextInt(4))
                .withMembersPerOrder(random.nextInt(3));
    }

    private static Promotion promotion(Random random, String id, int skus, int dear) {
        Set<String> scope = new LinkedHashSet<>();
        boolean isAll = random.nextBoolean();
        for (int i = 0; i < skus; i++) {
            if (isAll || random.nextInt(3) > 0) {
                scope.add("S" + i);
            }
        }
        int from = random.nextBoolean() ? 0 : random.nextInt(4);
        Window window = new Window(
                START.plusSeconds(from), START.plusSeconds(from + (random.nextInt(20) == 0 ? -1 : random.nextInt(5))));
        Terms terms = Terms.of(id, scope, window);
        if (random.nextInt(2) == 0) {
            terms = terms.sellerBears(random.nextBoolean() ? 0 : random.nextInt(Cut.WHOLE + 1));
        }
        if (random.nextInt(3) == 0) {
            terms = terms.inGroup(random.nextBoolean() ? "g1" : "g2");
        }
        Level level = any(random, Level.values());
        Cut percent = new Cut.Percent(random.nextBoolean() ? PERCENTAGES[random.nextInt(10)] : random.nextInt(3000));
        Cut minus = new Cut.Minus(random.nextInt(dear));
        if (level.isOfUnit()) {
            Cut other = random.nextBoolean() ? new Cut.Price(random.nextInt(dear)) : minus;
            return new UnitPromotion(terms, level, level == Level.MEMBER || random.nextBoolean() ? percent : other);
        }
        boolean isPercent = random.nextInt(3) == 0;
        OrderPromotion promotion = OrderPromotion.of(terms, level, isPercent ? percent : minus);
        if (random.nextInt(3) > 0) {
            Threshold threshold = random.nextBoolean()
                    ? Threshold.amount(1 + random.nextInt(2 * dear))
                    : Threshold.count(1 + random.nextInt(4));
            promotion = promotion.from(random.nextBoolean() && !isPercent ? threshold.forEach() : threshold);
        }
        return random.nextInt(4) == 0 ? promotion.cappedAt(random.nextInt(dear)) : promotion;
    }
}
