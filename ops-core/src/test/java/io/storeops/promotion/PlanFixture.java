package io.storeops.promotion;

import io.storeops.promotion.PromotionRules.GroupChoice;
import io.storeops.promotion.PromotionRules.Sequence;
import io.storeops.promotion.PromotionRules.ThresholdBase;
import java.time.Instant;

/** A date in Shanghai, and rules without a gap. */
final class PlanFixture {
    static final Window DAY = new Window(Instant.parse("2026-11-10T16:00:00Z"), Instant.parse("2026-11-11T16:00:00Z"));

    static final PromotionRules RULES = PromotionRules.usual()
            .with(Sequence.ORDER_THEN_CODE)
            .with(ThresholdBase.RUNNING)
            .with(GroupChoice.BEST)
            .withCodesPerOrder(1);

    private PlanFixture() {}
}
