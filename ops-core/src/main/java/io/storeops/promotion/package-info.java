/**
 * The price model of promotions (D38-D40): what a seller is left with of a unit when promotions stack, and whether that can fall below
 * a floor.
 *
 * <p>Begin at {@link io.storeops.promotion.PromotionPlan}: approved prices, promotions in their order and the
 * {@linkplain io.storeops.promotion.PromotionRules rules of the platform}. It decides a floor
 * ({@link io.storeops.promotion.PromotionPlan#decide decide}), proves a bound that no cart falls below, searches the worst cart of few
 * units, and prices one cart step by step. An engine whose rules nobody stated, a promotion of a kind that the model does not know and a
 * plan with more choices than can be tried are {@linkplain io.storeops.promotion.WorstIncome.Unproven unproven}, never passed.
 *
 * <p>Amounts are whole minor units of one currency, percentages whole basis points (1000 = 10.00 %), incomes exact fractions of minor
 * units. Nothing here reads a table or a clock, nothing is compared after rounding. All is immutable and thread-safe, and nothing is
 * null.
 */
@NullMarked
package io.storeops.promotion;

import org.jspecify.annotations.NullMarked;
