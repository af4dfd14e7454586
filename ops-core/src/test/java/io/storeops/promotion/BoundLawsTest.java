package io.storeops.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.promotion.WorstIncome.Proved;
import io.storeops.promotion.WorstIncome.Reached;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Random plans against every cart of few units, priced by {@link BruteForce}: the worst cart is the worst, what it is said to leave it
 * leaves, and the bound is above none of them. The whole 100,000 take -Dstoreops.test.full=true.
 */
class BoundLawsTest {
    private static final int TRIES = 500;
    private static final int PLANS = Boolean.getBoolean("storeops.test.full") ? 100_000 / TRIES : 6;
    private static final int UNITS = 3;

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void noCartFallsBelowTheBoundAndTheWorstIsFound(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < PLANS; i++) {
            RandomPlan made = RandomPlan.of(random);
            PromotionPlan plan = made.plan();
            BruteForce.Worst worst =
                    new BruteForce(made.prices(), made.promotions(), made.rules(), made.subject()).worst(UNITS);
            Proved bound = (Proved) plan.bound(made.subject());
            Reached exact = (Reached) plan.worstCart(made.subject(), UNITS);
            assertTrue(
                    bound.income().compareTo(worst.income()) <= 0,
                    () -> "the bound " + bound.income() + " is above " + worst + " of " + made);
            assertEquals(exact.income(), atMostThePrice(worst.income(), made), () -> worst + " of " + made);
            assertEquals(exact.income(), paid(plan, exact, made), made::toString);
        }
    }

    /** Before the first promotion and after the last the price holds, which is never the lowest of a plan with an interval. */
    private static Fraction atMostThePrice(Fraction worst, RandomPlan plan) {
        return plan.prices().stream()
                .filter(price -> price.sku().equals(plan.subject()))
                .map(price -> Fraction.of(price.minor(), 1))
                .filter(price -> price.compareTo(worst) < 0)
                .findAny()
                .orElse(worst);
    }

    private static Fraction paid(PromotionPlan plan, Reached worst, RandomPlan random) {
        return plan.price(
                        worst.cart(),
                        worst.promotions().stream().map(Promotion::id).collect(Collectors.toSet()))
                .income(random.subject());
    }

    /** Whatever is asked of many SKUs at once is what is asked of each. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void manyBoundsAtOnceAreTheBoundsOneByOne(@ForAll long seed) {
        RandomPlan random = RandomPlan.of(new Random(seed));
        PromotionPlan plan = random.plan();
        List<String> skus = random.prices().stream().map(ApprovedPrice::sku).toList();
        assertEquals(skus.stream().collect(Collectors.toMap(sku -> sku, plan::bound)), plan.bounds(skus));
    }

    /** A code that the buyer may enter besides never raises a bound, for which selections with room for one are not looked at. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void oneMoreCodeNeverRaisesTheBound(@ForAll long seed) {
        Random random = new Random(seed);
        RandomPlan with = RandomPlan.of(random);
        PromotionRules one =
                with.rules().withCodesPerOrder(with.rules().codesPerOrder().orElseThrow() + 1);
        Fraction less = income(PromotionPlan.of(with.prices(), with.promotions(), one), with.subject());
        assertTrue(less.compareTo(income(with.plan(), with.subject())) <= 0, with::toString);
    }

    private static Fraction income(PromotionPlan plan, String sku) {
        return plan.bounds(List.of(sku)).values().stream()
                .map(WorstIncome::found)
                .findFirst()
                .orElseThrow()
                .orElseThrow();
    }
}
