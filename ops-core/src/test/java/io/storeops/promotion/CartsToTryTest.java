package io.storeops.promotion;

import static io.storeops.promotion.PlanFixture.DAY;
import static io.storeops.promotion.PlanFixture.RULES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.promotion.WorstIncome.Reached;
import io.storeops.promotion.WorstIncome.Unproven;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many prices a search for the worst cart takes: it goes up to its limit and not beyond. With c other SKUs that all can be told apart there are 1 cart
 * of one unit, 1 + 2c of two, 1 + 4c + 3c(c-1) of three, and so on: ways to cut the units into lines, times the places of the subject, times the
 * others in any order. Of those that nothing tells apart the first ones are taken first.
 */
class CartsToTryTest {
    private static PromotionPlan plan(String prices, Promotion... promotions) {
        List<ApprovedPrice> approved = new ArrayList<>();
        for (String price : prices.split(" ")) {
            approved.add(new ApprovedPrice("S" + approved.size(), Long.parseLong(price)));
        }
        return PromotionPlan.of(approved, List.of(promotions), RULES);
    }

    private static Promotion off(String id, String... skus) {
        return OrderPromotion.of(
                Terms.of(id, new LinkedHashSet<>(Arrays.asList(skus)), DAY), Level.ORDER, new Cut.Minus(10));
    }

    private static void takes(long pricings, PromotionPlan plan, String subject, int units) {
        assertInstanceOf(Reached.class, plan.tryingAtMost(pricings + 1).worstCart(subject, units));
        assertInstanceOf(Unproven.class, plan.tryingAtMost(pricings).worstCart(subject, units));
    }

    /** Prices of S0, S1, ..., all in one promotion; the subject; the units; the carts. Equal prices are alike, but not to the subject. */
    @ParameterizedTest
    @CsvSource({
        "500, S0, 1, 1",
        "500, S0, 4, 4",
        // 1 + 3
        "500 600, S0, 2, 4",
        // c = 1: 1 + 3 + 5
        "500 600, S1, 3, 9",
        // c = 2: 1 + 5 + (1 + 8 + 6)
        "500 600 700, S0, 3, 21",
        "500 600 700, S1, 3, 21",
        "500 600 700, S2, 3, 21",
        // c = 2 and four units: 21 + 1 + 3*2*2 + 3*3*2*1
        "500 600 700, S1, 4, 52",
        // c = 3 and four units: 1 + 7 + 31 + (1 + 3*2*3 + 3*3*3*2 + 4*3*2*1)
        "500 600 700 800, S3, 4, 136",
        // Two alike: 1 + 3 + (1 + 4 + 3, the second of them only after the first)
        "500 600 600, S0, 3, 12",
        "600 500 600, S1, 3, 12",
        "600 600 500, S2, 3, 12",
        // The subject is alike to nobody, wherever it stands among the alike
        "600 600 600, S0, 3, 12",
        "600 600 600, S1, 3, 12",
        "600 600 600, S2, 3, 12",
        // Three alike and one that is not: 1 + 5 + (1 + 8 + 3 (the first two) + 6 (the first and the other))
        "500 600 600 600 700, S0, 3, 24"
    })
    void areCountedUpToTheLimit(String prices, String subject, int units, long carts) {
        String[] skus = IntStream.range(0, prices.split(" ").length)
                .mapToObj(i -> "S" + i)
                .toArray(String[]::new);
        takes(carts, plan(prices, off("all", skus)), subject, units);
    }

    /** S1 is in no promotion: its carts are those of one more SKU, c = 2. */
    @Test
    void holdASubjectThatNoPromotionCovers() {
        takes(21, plan("500 600 700", off("others", "S0", "S2")), "S1", 3);
        takes(12, plan("500 500 500", off("others", "S0", "S2")), "S1", 3);
        takes(12, plan("500 500 500", off("others", "S1", "S2")), "S0", 3);
        takes(12, plan("500 500 500", off("others", "S0", "S1")), "S2", 3);
    }

    /** Who is in no promotion but the subject is in no cart. */
    @Test
    void holdNobodyElseThatNoPromotionCovers() {
        takes(9, plan("500 600 700 800", off("some", "S0", "S2")), "S0", 3);
    }

    /** S1 and S2 cost the same, and the 70th promotion is for S1 alone; every promotion is in every selection. */
    @Test
    void areToldApartByTheLastOfManyPromotions() {
        Promotion[] promotions = Stream.concat(
                        IntStream.range(0, 69).mapToObj(i -> off("p" + i, "S0", "S1", "S2")),
                        Stream.of(off("last", "S1")))
                .toArray(Promotion[]::new);
        takes(21, plan("500 600 600", promotions), "S0", 3);
        promotions[69] = off("last", "S1", "S2");
        takes(12, plan("500 600 600", promotions), "S0", 3);
    }

    /** Two selections, with the code and without. */
    @Test
    void arePricedUnderEverySelection() {
        Promotion code = OrderPromotion.of(Terms.of("code", Set.of("S0", "S1"), DAY), Level.CODE, new Cut.Minus(10));
        takes(2 * 9, plan("500 600", off("all", "S0", "S1"), code), "S0", 3);
        takes(2 * 12, plan("500 600 600", off("all", "S0", "S1", "S2"), codeOf("S0", "S1", "S2")), "S0", 3);
    }

    private static Promotion codeOf(String... skus) {
        return OrderPromotion.of(Terms.of("code", Set.of(skus), DAY), Level.CODE, new Cut.Minus(10));
    }

    /** Before the second promotion begins 4 carts of two units of two SKUs; then 4 again, since it covers the same. */
    @Test
    void areThoseOfEveryInterval() {
        Window later = new Window(DAY.to(), DAY.to().plusSeconds(60));
        Promotion second =
                OrderPromotion.of(Terms.of("second", Set.of("S0", "S1"), later), Level.ORDER, new Cut.Minus(20));
        takes(8, plan("500 600", off("first", "S0", "S1"), second), "S0", 2);
    }

    /** 1.00 off an order: the smaller the cart, the more of it a unit bears, and of three units 20,000,000 prices are too few. */
    @Test
    void aSmallerCartIsShownWhereALargerOneIsNotTried() {
        PromotionPlan plan = plan("500 600 700", off("all", "S0", "S1", "S2"));
        assertEquals(3, plan.shownCart("S0", 3).orElseThrow().mostUnits());
        assertEquals(3, plan.tryingAtMost(22).shownCart("S0", 4).orElseThrow().mostUnits());
        assertEquals(2, plan.tryingAtMost(21).shownCart("S0", 4).orElseThrow().mostUnits());
        assertEquals(1, plan.tryingAtMost(2).shownCart("S0", 4).orElseThrow().mostUnits());
        assertEquals(Set.of(), plan.tryingAtMost(1).shownCart("S0", 4).stream().collect(Collectors.toSet()));
        assertThrows(IllegalArgumentException.class, () -> plan.shownCart("S0", 0));
        assertThrows(IllegalArgumentException.class, () -> plan.shownCart("S0", 11));
    }

    @Test
    void limitsHaveTheirRanges() {
        PromotionPlan plan = plan("500");
        assertEquals(plan.bound("S0"), plan.limitedTo(1).limitedTo(65_536).bound("S0"));
        assertThrows(IllegalArgumentException.class, () -> plan.limitedTo(65_537));
        assertEquals(
                plan.bound("S0"),
                plan.tryingAtMost(1).tryingAtMost(PromotionPlan.MOST_PRICINGS).bound("S0"));
        assertThrows(IllegalArgumentException.class, () -> plan.tryingAtMost(0));
        assertThrows(IllegalArgumentException.class, () -> plan.tryingAtMost(PromotionPlan.MOST_PRICINGS + 1));
    }
}
