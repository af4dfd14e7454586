package io.storeops.promotion;

import static io.storeops.promotion.PlanFixture.DAY;
import static io.storeops.promotion.PlanFixture.RULES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.promotion.FloorDecision.Verdict;
import io.storeops.promotion.PromotionRules.GroupChoice;
import io.storeops.promotion.WorstIncome.Proved;
import io.storeops.promotion.WorstIncome.Reached;
import io.storeops.promotion.WorstIncome.Unproven;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prices in fen; the figures are worked out by hand in the comments. */
class PromotionPlanTest {
    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");
    private static final ApprovedPrice A = new ApprovedPrice("A", 9900);
    private static final Promotion FLASH = new UnitPromotion(terms("flash", "A"), Level.FLASH, new Cut.Price(6900));
    private static final Promotion FULL = OrderPromotion.of(terms("199-20", "A"), Level.ORDER, new Cut.Minus(2000))
            .from(Threshold.amount(19_900));

    /** The example of D40. */
    private static final PromotionPlan PLAN = PromotionPlan.of(List.of(A), List.of(FLASH, FULL), RULES);

    private static Terms terms(String id, String... scope) {
        return Terms.of(id, Set.of(scope), DAY);
    }

    private static OrderPromotion code(String id, long minor) {
        return OrderPromotion.of(terms(id, "A"), Level.CODE, new Cut.Minus(minor));
    }

    /** 3 x 69.00 = 207.00, minus 20.00 = 187.00, a third of it 62.33; 69.00 x 179/199 = 62.065... */
    @Test
    void oneFloorIsKeptByTheWorstCartAndNotByTheBound() {
        FloorDecision exact = PLAN.decide("A", OptionalLong.of(6220), FloorMode.exact(4));
        assertEquals(Verdict.OK, exact.verdict());
        assertFalse(exact.isRefused());
        Reached reached = (Reached) exact.worst();
        assertEquals(Fraction.of(18_700, 3), reached.income());
        assertEquals("3 x A", reached.cart().toString());
        assertEquals(Optional.of(DAY), reached.interval());
        assertEquals(List.of(FLASH, FULL), reached.promotions());

        FloorDecision bound = PLAN.decide("A", OptionalLong.of(6220), FloorMode.bound());
        assertEquals(Verdict.BELOW_FLOOR, bound.verdict());
        assertTrue(bound.isRefused());
        assertEquals(new Proved(Fraction.of(6900 * 179, 199), Optional.of(DAY), List.of(FLASH, FULL)), bound.worst());
        assertEquals(
                "No cart leaves less than 62.06 of a unit of A under flash, 199-20 from 2026-11-10T16:00:00Z to "
                        + "2026-11-11T16:00:00Z; the floor is 62.20. No cart below it was found",
                bound.sentence(2));
    }

    @Test
    void aRefusalNamesTheCartThatShowsIt() {
        FloorDecision bound = PLAN.decide("A", OptionalLong.of(6234), FloorMode.bound());
        assertEquals(
                "No cart leaves less than 62.06 of a unit of A under flash, 199-20 from 2026-11-10T16:00:00Z to "
                        + "2026-11-11T16:00:00Z; the floor is 62.34. The cart 3 x A leaves 62.33 of a unit of A under "
                        + "flash, 199-20 from 2026-11-10T16:00:00Z to 2026-11-11T16:00:00Z",
                bound.sentence(2));
        FloorDecision exact = PLAN.decide("A", OptionalLong.of(6234), FloorMode.exact(4));
        assertEquals(Verdict.BELOW_FLOOR, exact.verdict());
        assertEquals(exact.worst(), exact.counterExample().orElseThrow());
        assertEquals(
                "The cart 3 x A leaves 62.33 of a unit of A under flash, 199-20 from 2026-11-10T16:00:00Z to "
                        + "2026-11-11T16:00:00Z; the floor is 62.34",
                exact.sentence(2));
    }

    /** 62.0653 is shown as 62.06 and would be 62.07 half-up, but is below 62.07. */
    @Test
    void theFractionIsComparedAndNotWhatIsShown() {
        assertEquals(Verdict.OK, verdict(PLAN, OptionalLong.of(6206)));
        assertEquals(Verdict.BELOW_FLOOR, verdict(PLAN, OptionalLong.of(6207)));
    }

    private static Verdict verdict(PromotionPlan plan, OptionalLong floor) {
        return plan.decide("A", floor, FloorMode.bound()).verdict();
    }

    @Test
    void noFloorIsNoFloorOfZero() {
        FloorDecision decision = PLAN.decide("A", OptionalLong.empty(), FloorMode.bound());
        assertEquals(Verdict.NO_FLOOR, decision.verdict());
        assertFalse(decision.isRefused());
        assertTrue(decision.sentence(2).endsWith("; no floor is set"), decision.sentence(2));
    }

    @Test
    void withoutPromotionsThePriceHolds() {
        PromotionPlan plain = PromotionPlan.of(List.of(A), List.of(), RULES);
        assertEquals(new Proved(Fraction.of(9900, 1), Optional.empty(), List.of()), plain.bound("A"));
        assertEquals(
                "The cart 1 x A leaves 99.00 of a unit of A under no promotion; the floor is 99.00",
                plain.decide("A", OptionalLong.of(9900), FloorMode.exact(4)).sentence(2));
    }

    /** Two that touch never meet: 90.00 until noon, then 85.00 minus nothing. */
    @Test
    void windowsThatTouchDoNotOverlap() {
        Promotion morning = new UnitPromotion(
                new Terms("morning", Set.of("A"), Cut.WHOLE, Optional.empty(), new Window(DAY.from(), NOON)),
                Level.ITEM,
                new Cut.Price(9000));
        Terms after = new Terms("after", Set.of("A"), Cut.WHOLE, Optional.empty(), new Window(NOON, DAY.to()));
        Promotion afternoon = OrderPromotion.of(after, Level.ORDER, new Cut.Minus(1400));
        Reached worst = (Reached)
                PromotionPlan.of(List.of(A), List.of(morning, afternoon), RULES).worstCart("A", 1);
        assertEquals(Fraction.of(8500, 1), worst.income());
        assertEquals(Optional.of(new Window(NOON, DAY.to())), worst.interval());
        assertEquals(List.of(afternoon), worst.promotions());
    }

    /** The platform pays 30 % of the 20.00 off: 9900 - 2000 + 600 = 8500. */
    @Test
    void whatThePlatformPaysIsIncome() {
        Promotion shared = new UnitPromotion(terms("shared", "A").sellerBears(7000), Level.ITEM, new Cut.Minus(2000));
        PromotionPlan plan = PromotionPlan.of(List.of(A), List.of(shared), RULES);
        assertEquals(Optional.of(Fraction.of(8500, 1)), plan.bound("A").found());
        PricedOrder order = plan.price(new Cart(List.of(new Cart.Line("A", 2))), Set.of("shared"));
        assertEquals(List.of(15_800L), order.amounts());
        assertEquals(List.of(Fraction.of(1200, 1)), order.funding());
        assertEquals(Fraction.of(8500, 1), order.income("A"));
    }

    @Test
    void nothingIsProvedUnderRulesThatNobodyStated() {
        PromotionPlan plan = PromotionPlan.of(
                List.of(A),
                List.of(FLASH),
                PromotionRules.usual().with(GroupChoice.BEST).withUnknown("it takes coins"));
        Unproven unproven = (Unproven) plan.bound("A");
        assertEquals(
                "the platform's rules do not state the sequence of ORDER and CODE; the platform's rules do not state the "
                        + "amount that thresholds look at; the platform's rules do not state how many codes an order "
                        + "takes; it takes coins",
                unproven.toString());
        assertEquals(unproven, plan.worstCart("A", 4));
        FloorDecision decision = plan.decide("A", OptionalLong.of(1), FloorMode.bound());
        assertEquals(Verdict.UNPROVEN, decision.verdict());
        assertTrue(decision.isRefused());
        assertTrue(
                decision.sentence(2).startsWith("Nothing is proved of A, and the floor is 0.01: the platform's rules"),
                decision.sentence(2));
        assertEquals(8, PromotionRules.unstated().gaps().size());
    }

    @Test
    void nothingIsProvedBesideAnUnknownPromotion() {
        Promotion unknown = new UnknownPromotion("b2g1", "buy two, get one", DAY);
        assertEquals(
                new Unproven(
                        List.of("promotion b2g1 is of a kind that the price model does not know: buy two, get one")),
                PromotionPlan.of(List.of(A), List.of(FLASH, unknown), RULES).bound("A"));
        Promotion never = new UnknownPromotion("b2g1", "buy two, get one", new Window(NOON, NOON));
        assertEquals(
                Optional.of(Fraction.of(6900, 1)),
                PromotionPlan.of(List.of(A), List.of(FLASH, never), RULES)
                        .bound("A")
                        .found());
    }

    @Test
    void nothingIsProvedOfAScopeWithAnUnknownPrice() {
        Promotion wide = new UnitPromotion(terms("wide", "A", "B"), Level.ITEM, new Cut.Minus(1));
        assertEquals(
                new Unproven(List.of("promotion wide covers SKU B, which has no approved price")),
                PromotionPlan.of(List.of(A), List.of(wide), RULES).bound("A"));
    }

    /** 12 codes that combine freely are 4096 selections, 13 are 8192. */
    @Test
    void nothingIsProvedOfMoreSelectionsThanTheLimit() {
        List<Promotion> codes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            codes.add(code("c" + i, 100));
        }
        PromotionRules free = RULES.withCodesPerOrder(13);
        assertEquals(
                Optional.of(Fraction.of(9900 - 1200, 1)),
                PromotionPlan.of(List.of(A), codes, free).bound("A").found());
        codes.add(code("c12", 100));
        PromotionPlan plan = PromotionPlan.of(List.of(A), codes, free);
        Unproven tooMany = new Unproven(List.of(
                "there are more than 4096 ways for promotions to be in effect together from 2026-11-10T16:00:00Z to "
                        + "2026-11-11T16:00:00Z"));
        assertEquals(tooMany, plan.bound("A"));
        assertEquals(tooMany, plan.worstCart("A", 1));
        assertEquals(
                Optional.of(Fraction.of(9900 - 1300, 1)),
                plan.limitedTo(8192).bound("A").found());
        assertThrows(IllegalArgumentException.class, () -> plan.limitedTo(0));
    }

    /** Of 400 prices the carts of 4 units are too many; of 400 SKUs that nothing tells apart they are few. */
    @Test
    void theWorstCartOfVeryManySkusIsUnproven() {
        List<String> skus = IntStream.range(0, 400).mapToObj(i -> "S" + i).toList();
        Promotion all = OrderPromotion.of(Terms.of("all", Set.copyOf(skus), DAY), Level.ORDER, new Cut.Minus(100));
        PromotionPlan apart = PromotionPlan.of(
                IntStream.range(0, 400)
                        .mapToObj(i -> new ApprovedPrice(skus.get(i), 1000 + i))
                        .toList(),
                List.of(all),
                RULES);
        assertEquals(
                new Unproven(
                        List.of("there are more than 20000000 prices of carts of at most 4 units to try; the bound "
                                + "has no such limit")),
                apart.worstCart("S0", 4));
        assertEquals(Optional.of(Fraction.of(900, 1)), apart.bound("S0").found());
        PromotionPlan alike = PromotionPlan.of(
                skus.stream().map(sku -> new ApprovedPrice(sku, 1000)).toList(), List.of(all), RULES);
        Reached worst = (Reached) alike.worstCart("S7", 4);
        assertEquals(Fraction.of(900, 1), worst.income());
        assertEquals("1 x S7", worst.cart().toString());
    }

    /**
     * 5000 SKUs that cost 100.00 to 149.99, and 1.00 off for each 100.00. The bound leaves half a fen for each of the 5000 that may be rounded, so a
     * floor of 99.01 is refused of the first ones. Of each SKU 4000 prices are tried at most, which is one cart of one unit and not 10,000 of two; of
     * one SKU alone 20,000,000, which is two units and not three.
     */
    @Test
    void ofVeryManyRefusalsOnlySmallCartsAreTried() {
        List<String> skus = IntStream.range(0, 5000).mapToObj(i -> "S" + i).toList();
        Promotion all = OrderPromotion.of(Terms.of("all", Set.copyOf(skus), DAY), Level.ORDER, new Cut.Minus(100))
                .from(Threshold.amount(10_000).forEach());
        PromotionPlan plan = PromotionPlan.of(
                IntStream.range(0, 5000)
                        .mapToObj(i -> new ApprovedPrice(skus.get(i), 10_000 + i))
                        .toList(),
                List.of(all),
                RULES);
        Map<String, OptionalLong> floors = new LinkedHashMap<>();
        skus.forEach(sku -> floors.put(sku, OptionalLong.of(9901)));
        List<FloorDecision> decisions = plan.decideAll(floors);
        assertEquals(
                Set.of(Verdict.BELOW_FLOOR),
                decisions.subList(0, 100).stream().map(FloorDecision::verdict).collect(Collectors.toSet()));
        List<Reached> shown = decisions.stream()
                .flatMap(decision -> decision.counterExample().stream())
                .toList();
        assertEquals(
                List.of("1 x S0"),
                shown.stream().map(reached -> reached.cart().toString()).toList());
        assertEquals(1, shown.get(0).mostUnits());
        Reached alone = plan.decideAll(Map.of("S0", OptionalLong.of(9901)))
                .get(0)
                .counterExample()
                .orElseThrow();
        assertEquals("1 x S0", alone.cart().toString());
        assertEquals(2, alone.mostUnits());
    }

    @Test
    void whoIsAskedForTwiceHasOneBound() {
        Map<String, WorstIncome> bounds = PLAN.bounds(List.of("A", "A"));
        assertEquals(Map.of("A", PLAN.bound("A")), bounds);
    }

    /** The code stands first in the list and applies last: 9900 - 100 - 1400. */
    @Test
    void promotionsAreNamedAsListed() {
        Promotion code = code("first", 100);
        Promotion order = OrderPromotion.of(terms("second", "A"), Level.ORDER, new Cut.Minus(1400));
        Proved proved = (Proved)
                PromotionPlan.of(List.of(A), List.of(code, order), RULES).bound("A");
        assertEquals(Fraction.of(8400, 1), proved.income());
        assertEquals(List.of(code, order), proved.promotions());
    }

    /** However a scope names its SKUs: 3.00 off an order of A and B, of which a unit of B, alone in its order, bears all. */
    @Test
    void theOrderOfAScopeMakesNoDifference() {
        List<ApprovedPrice> prices = Stream.of("A", "B", "C")
                .map(sku -> new ApprovedPrice(sku, 1000))
                .toList();
        List<WorstIncome> found = new ArrayList<>();
        for (List<String> scope : List.of(List.of("A", "B"), List.of("B", "A"))) {
            Promotion off = OrderPromotion.of(
                    Terms.of("off", new LinkedHashSet<>(scope), DAY), Level.ORDER, new Cut.Minus(300));
            PromotionPlan plan = PromotionPlan.of(prices, List.of(off), RULES);
            assertEquals(Fraction.of(700, 1), plan.worstCart("B", 3).found().orElseThrow());
            found.add(((Proved) plan.bound("B")));
        }
        assertEquals(found.get(0).found(), found.get(1).found());
    }

    /** B is in no promotion, stands between two alike ones, and is told all the same. */
    @Test
    void theWorstCartOfWhatNoPromotionCoversIsItself() {
        Promotion others = OrderPromotion.of(terms("others", "A", "C", "D"), Level.ORDER, new Cut.Minus(100));
        PromotionPlan plan = PromotionPlan.of(
                Stream.of("A", "B", "C", "D")
                        .map(sku -> new ApprovedPrice(sku, 500))
                        .toList(),
                List.of(others),
                RULES);
        Reached worst = (Reached) plan.worstCart("B", 3);
        assertEquals("1 x B", worst.cart().toString());
        assertEquals(Fraction.of(500, 1), worst.income());
    }

    @Test
    void decidesManyFloorsAtOnce() {
        PromotionPlan plan = PromotionPlan.of(List.of(A, new ApprovedPrice("B", 100)), List.of(FLASH, FULL), RULES);
        Map<String, OptionalLong> floors = new LinkedHashMap<>();
        floors.put("B", OptionalLong.of(100));
        floors.put("A", OptionalLong.of(6220));
        assertEquals(
                List.of(
                        plan.decide("B", OptionalLong.of(100), FloorMode.bound()),
                        plan.decide("A", OptionalLong.of(6220), FloorMode.bound())),
                plan.decideAll(floors));
        assertEquals(Verdict.OK, plan.decideAll(floors).get(0).verdict());
        assertEquals(Verdict.BELOW_FLOOR, plan.decideAll(floors).get(1).verdict());
    }

    @Test
    void refusesWhatIsTwiceOrMissing() {
        assertEquals(
                "Two promotions have the id flash",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PromotionPlan.of(List.of(A), List.of(FLASH, FLASH), RULES))
                        .getMessage());
        assertEquals(
                "SKU A has two approved prices",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PromotionPlan.of(List.of(A, A), List.of(FLASH), RULES))
                        .getMessage());
        assertEquals(
                "The plan has no approved price of SKU B; it has 1 SKUs",
                assertThrows(IllegalArgumentException.class, () -> PLAN.bound("B"))
                        .getMessage());
        assertEquals(
                "Of the promotions [x] the plan has only some. It has [flash, 199-20]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PLAN.price(new Cart(List.of(new Cart.Line("A", 1))), Set.of("x")))
                        .getMessage());
    }

    @Test
    void modesAreReadAsTheyAreWritten() {
        for (FloorMode mode : List.of(FloorMode.bound(), FloorMode.exact(4), FloorMode.exact(10))) {
            assertEquals(mode, FloorMode.parse(mode.toString()));
        }
        assertThrows(IllegalArgumentException.class, () -> FloorMode.parse("EXACT"));
        assertThrows(IllegalArgumentException.class, () -> FloorMode.parse("EXACT(11)"));
        assertThrows(IllegalArgumentException.class, () -> FloorMode.parse("EXACT(0)"));
    }
}
