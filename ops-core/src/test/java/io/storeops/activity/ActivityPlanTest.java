package io.storeops.activity;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.storeops.campaign.Offer;
import io.storeops.position.ActivityRules;
import io.storeops.promotion.Cut;
import io.storeops.promotion.Level;
import io.storeops.promotion.Promotion;
import io.storeops.promotion.Terms;
import io.storeops.promotion.UnitPromotion;
import io.storeops.promotion.Window;
import io.storeops.step.Phase;
import io.storeops.step.Step;
import io.storeops.step.StepOwner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plan may be, and what becomes of its quota and its promotions. */
class ActivityPlanTest {
    private static final Instant FROM = Instant.parse("2024-06-16T04:00:00Z");
    private static final Instant TO = Instant.parse("2024-06-16T10:00:00Z");
    private static final ActivityWindow WINDOW = new ActivityWindow(FROM, TO);

    private static ActivityPlan plan(Offer... offers) {
        return ActivityPlan.of(ActivityRules.Kind.DAILY, "half price", List.of(offers), WINDOW);
    }

    private static Offer offer(String sku, Long price, Long quota) {
        return new Offer(sku, Optional.ofNullable(price), Optional.ofNullable(quota));
    }

    private static Promotion price(String id, long minor, Instant from, Instant to, String... skus) {
        return new UnitPromotion(Terms.of(id, Set.of(skus), new Window(from, to)), Level.ITEM, new Cut.Price(minor));
    }

    private static Need need(String id) {
        return new Need(id, "DESIGN", "images", FROM, Optional.empty(), true);
    }

    private static CheckStep step(String run, String step) {
        return CheckStep.of(run, step, Phase.BEFORE, Optional.empty());
    }

    static Stream<Arguments> refused() {
        ActivityPlan plan = plan(Offer.of("A"), Offer.of("B"));
        return Stream.of(
                row(
                        () -> ActivityPlan.of(ActivityRules.Kind.DAILY, " ", List.of(Offer.of("A")), WINDOW),
                        "An activity has a title that people call it by; it is blank"),
                row(() -> plan(), "The activity 'half price' offers nothing; name a SKU that takes part"),
                row(
                        () -> plan(offer("A", 4_400L, 5L), offer("B", null, null), offer("A", 4_300L, 5L)),
                        "The activity 'half price' offers A twice; that is so many units more, each offer with a quota at"
                                + " the same price, not [" + offer("A", 4_400L, 5L) + ", " + offer("A", 4_300L, 5L)
                                + "]"),
                row(
                        () -> plan(offer("A", 4_400L, 5L), offer("A", 4_400L, null)),
                        "The activity 'half price' offers A twice; that is so many units more, each offer with a quota at"
                                + " the same price, not [" + offer("A", 4_400L, 5L) + ", " + offer("A", 4_400L, null)
                                + "]"),
                row(
                        () -> plan.lowering(List.of(price("p", 44, FROM, TO, "A"), price("p", 44, FROM, TO, "B"))),
                        "The activity 'half price' names the promotion p twice"),
                row(
                        () -> plan.preparing(List.of(need("R1"), need("R2"), need("R1"))),
                        "The activity 'half price' names the requirement R1 twice"),
                row(
                        () -> plan.checking(List.of(step("D", "PAGE"), step("D", "PRICE"), step("D", "PAGE"))),
                        "The activity 'half price' names the step D:PAGE twice"),
                row(
                        () -> plan(Offer.of("A")).lowering(List.of(price("p", 44, FROM, TO, "B"))),
                        "The promotion p of the activity 'half price' is for [B] from 2024-06-16T04:00:00Z to"
                                + " 2024-06-16T10:00:00Z; the activity offers [A] from 2024-06-16T04:00:00Z to"
                                + " 2024-06-16T10:00:00Z"),
                row(
                        () -> plan(Offer.of("A")).lowering(List.of(price("p", 44, FROM, TO.plusSeconds(1), "A"))),
                        "The promotion p of the activity 'half price' is for [A] from 2024-06-16T04:00:00Z to"
                                + " 2024-06-16T10:00:01Z; the activity offers [A] from 2024-06-16T04:00:00Z to"
                                + " 2024-06-16T10:00:00Z"));
    }

    private static Arguments row(Supplier<ActivityPlan> plan, String message) {
        return arguments(plan, message);
    }

    @ParameterizedTest
    @MethodSource
    void refused(Supplier<ActivityPlan> plan, String message) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, plan::get).getMessage());
    }

    /** Each SKU once, the same one twice as units more, and a step of one name in each of two runs. */
    @Test
    void isWhatItMayBe() {
        ActivityPlan plan = plan(offer("A", 4_400L, 5L), offer("B", 4_300L, 7L), offer("A", 4_400L, 2L))
                .lowering(List.of(
                        price("p", 44, FROM, TO, "A"), price("q", 44, FROM.plusSeconds(1), TO.minusSeconds(1), "B")))
                .preparing(List.of(need("R1"), need("R2")))
                .checking(List.of(step("D", "PAGE"), step("E", "PAGE"), step("D", "PRICE")));
        assertEquals(3, plan.offers().size());
        assertEquals(3, plan.steps().size());
        assertEquals(2, plan.promotions().size());
    }

    /** 50 of A and 20 of B are 70; with a SKU of which as many are sold as there are, there is no quota to be sold out. */
    @ParameterizedTest
    @CsvSource({"50, 20, 69, RUNNING", "50, 20, 70, ENDING", "50, , 70, RUNNING"})
    void theQuotaIsThatOfAllSkusTogether(Long ofA, Long ofB, long sold, ActivityState state) {
        ActivityShop shop = new ActivityShop();
        shop.twoItems();
        shop.running(
                "D",
                ActivityPlan.of(
                                ActivityRules.Kind.DAILY,
                                "two",
                                List.of(offer("A", 4_400L, ofA), offer("B", 4_400L, ofB)),
                                new ActivityWindow(shop.at("12:00"), shop.at("18:00")))
                        .preparing(List.of()));
        assertEquals(
                state,
                shop.by(OPERATOR)
                        .track(STORE, "D", new Effect(sold, Optional.empty(), Optional.empty(), Optional.empty()))
                        .state());
    }

    /** From 12:00 to 18:00 it costs 44.00, and from 17:00 to 17:30 it costs 40.00; extended until 20:00 the first alone is longer. */
    @Test
    void whatLowersUntilTheEndFollowsALaterEnd() {
        ActivityShop shop = new ActivityShop();
        shop.running(
                "D",
                ActivityPlan.of(
                                ActivityRules.Kind.DAILY,
                                "happy half hour",
                                List.of(Offer.of("A")),
                                new ActivityWindow(shop.at("12:00"), shop.at("18:00")))
                        .lowering(List.of(
                                price("all", 4_400, shop.at("12:00"), shop.at("18:00"), "A"),
                                price("happy", 4_000, shop.at("17:00"), shop.at("17:30"), "A")))
                        .preparing(List.of()));
        shop.desk(MANAGER).campaigns().approveExtension(STORE, "D", shop.at("20:00"));
        shop.desk(OPERATOR).campaigns().extend(STORE, "D", shop.at("20:00"));
        List<Window> windows =
                List.of(new Window(shop.at("12:00"), shop.at("20:00")), new Window(shop.at("17:00"), shop.at("17:30")));
        assertEquals(
                windows,
                shop.get("D").plan().promotions().stream()
                        .map(Promotion::window)
                        .toList());
        assertEquals(
                List.of(Optional.of(4_400L), Optional.of(4_000L), Optional.of(4_400L), Optional.empty()),
                Stream.of("16:59", "17:15", "19:59", "20:00")
                        .map(time -> shop.desk(OPERATOR).campaigns().priceOf(STORE, "A", shop.at(time)))
                        .toList());
    }

    /** A step has the owner and the due that its plan names, and else the due of its phase. */
    @Test
    void itsOwnStepsAreKeptWhole() {
        ActivityShop shop = new ActivityShop();
        shop.approved(
                "F",
                ActivityPlan.of(
                                ActivityRules.Kind.THIRD_PARTY,
                                "steps",
                                List.of(Offer.of("A")),
                                new ActivityWindow(shop.at("12:00"), shop.at("18:00")))
                        .checking(List.of(
                                new CheckStep(
                                        "F",
                                        "WARM_UP",
                                        Phase.BEFORE,
                                        Optional.of(shop.at("11:00")),
                                        Optional.of(StepOwner.person(OPERATOR))),
                                CheckStep.of("F", "EFFECT_TRACKING", Phase.DURING, Optional.empty()),
                                CheckStep.of("F", "CLOSE_OUT", Phase.AFTER, Optional.empty()))));
        List<Step> steps = shop.desk(OPERATOR).steps().of(STORE, Activity.target("F"));
        assertEquals(
                List.of(
                        "WARM_UP " + shop.at("11:00") + " " + Optional.of(StepOwner.person(OPERATOR)),
                        "EFFECT_TRACKING " + shop.at("18:00") + " " + Optional.empty(),
                        "CLOSE_OUT " + shop.at("18:30") + " " + Optional.empty()),
                steps.stream()
                        .map(step -> step.name() + " " + step.due() + " "
                                + step.plan().owner())
                        .toList());
        assertEquals(
                List.of(Optional.of(StepOwner.person(OPERATOR)), Optional.empty(), Optional.empty()),
                shop.get("F").plan().steps().stream().map(CheckStep::owner).toList());
        assertEquals(
                List.of(Optional.of(shop.at("11:00")), Optional.empty(), Optional.empty()),
                shop.get("F").plan().steps().stream().map(CheckStep::due).toList());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 0", "7, 5, 9, 9"})
    void anEffectIsOfNothingOrMore(long sold, Long quota, Long buyers, Long visitors) {
        assertEquals(sold, effect(sold, quota, buyers, visitors).sold());
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 0, 0", "0, 0, 0, 0", "0, 1, -1, 0", "0, 1, 0, -1"})
    void anEffectBelowThatIsRefused(long sold, Long quota, Long buyers, Long visitors) {
        assertEquals(
                "Units sold, buyers and visitors are 0 or more and a quota is 1 or more, not " + sold + ", " + buyers
                        + ", " + visitors + " and " + quota,
                assertThrows(IllegalArgumentException.class, () -> effect(sold, quota, buyers, visitors))
                        .getMessage());
    }

    private static Effect effect(long sold, Long quota, Long buyers, Long visitors) {
        return new Effect(sold, Optional.of(quota), Optional.of(buyers), Optional.of(visitors));
    }
}
