package io.storeops.vetting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.vetting.VettingShop.SECOND;
import static io.storeops.vetting.VettingShop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.campaign.CampaignPlan;
import io.storeops.campaign.Offer;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.listing.ListingFacts;
import io.storeops.listing.PriceState;
import io.storeops.position.ActivityRules;
import io.storeops.promotion.Cart;
import io.storeops.promotion.Cut;
import io.storeops.promotion.FloorDecision;
import io.storeops.promotion.Fraction;
import io.storeops.promotion.Level;
import io.storeops.promotion.OrderPromotion;
import io.storeops.promotion.PromotionRules;
import io.storeops.promotion.Terms;
import io.storeops.promotion.Threshold;
import io.storeops.promotion.UnknownPromotion;
import io.storeops.promotion.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floors at approval, and proved again (D38-D40). What is left of a unit is computed by hand from {@code promotions/model.md}. */
class FloorsTest {
    private final VettingShop shop = VettingShop.open();

    private VettingShop.Planned less199(String id, String from, String to) {
        return shop.planned(id, from, to).offering("A").lessFrom(19_900, 2_000, "A");
    }

    private VettingShop.Planned flash(String id, long minor, String from, String to) {
        return shop.planned(id, from, to)
                .kind(ActivityRules.Kind.THIRD_PARTY)
                .offering("A")
                .flash(minor, "A");
    }

    @Nested
    class AtApproval {
        /** 69.00 x 179/199 = 62.065..; three units pay 207.00 - 20.00 = 187.00, 62.33 each (D40). */
        @Test
        void refusesWhatStacksBelowTheFloorAndShowsTheCart() {
            shop.floor("A", 6_220);
            shop.approve(less199("DA", "10:00", "22:00"));
            Refusal refusal = refused(() -> shop.approve(flash("FS", 6_900, "20:00", "21:00"), "DA"));
            assertEquals("BELOW_FLOOR", refusal.code());
            assertEquals(
                    "under DA, FS from " + new Window(shop.at("20:00"), shop.at("21:00"))
                            + " no more than 62.06 of a unit of A is proved to be left, and the cart 3 x A leaves 62.33;"
                            + " its floor is 62.20. Change a price, a window or the floor",
                    refusal.detail());
            assertEquals(List.of("DA", "FS"), refusal.named("activities"));
            assertEquals(List.of("A"), refusal.named("item"));
            assertEquals(List.of("3 x A"), refusal.named("cart"));
            assertEquals(List.of("18700"), refusal.named("pays_minor"));
            assertEquals(List.of("3"), refusal.named("units"));
            assertEquals(List.of("62.33"), refusal.named("per_unit"));
            assertEquals(List.of("6206"), refusal.named("bound_minor"));
            assertEquals(List.of("6220"), refusal.named("floor_minor"));
            assertEquals(List.of(shop.at("20:00").toString()), refusal.named("from"));
            assertEquals(List.of(shop.at("21:00").toString()), refusal.named("to"));
            assertEquals(Optional.empty(), shop.desk().campaigns().find(STORE, "FS"));
            assertEquals(List.of(), shop.vettings().proofsOf(STORE, "FS"));
        }

        @Test
        void keepsWhatWasProved() {
            shop.floor("A", 6_206);
            shop.approve(less199("DA", "10:00", "22:00"));
            shop.approve(flash("FS", 6_900, "20:00", "21:00"), "DA");
            Proof proof = shop.vettings().proofsOf(STORE, "FS").get(0);
            assertEquals(List.of("DA", "FS"), proof.acting());
            assertEquals(new Window(shop.at("20:00"), shop.at("21:00")), proof.interval());
            assertEquals(
                    Optional.of(
                            new Proof.Worst(new Cart(List.of(new Cart.Line("A", 3))), 18_700, Fraction.of(18_700, 3))),
                    proof.worst());
            assertEquals(Optional.of(Fraction.of(6_900L * 179, 199)), proof.bound());
            assertEquals(Optional.of(6_206L), proof.floorMinor());
            assertEquals(FloorDecision.Verdict.OK, proof.check());
            assertEquals(List.of(), proof.doubts());
            assertEquals(shop.shop.clock.instant(), proof.judged().at());
            assertEquals(
                    List.of("DA", "FS"),
                    shop.vettings().proofs(STORE).stream()
                            .map(Proof::campaignId)
                            .toList());
        }

        @ParameterizedTest
        @CsvSource({"6233, true", "6234, false"})
        void goesByTheWorstCartWhereTheRosterSaysSo(long floor, boolean passes) {
            VettingShop exact = new VettingShop.Setup()
                    .with("floorDecision", Json.of("EXACT"))
                    .with("cartUnits", Json.of(4))
                    .open();
            exact.floor("A", floor);
            exact.approve(exact.planned("DA", "10:00", "22:00").offering("A").lessFrom(19_900, 2_000, "A"));
            VettingShop.Planned sale =
                    exact.planned("FS", "20:00", "21:00").offering("A").flash(6_900, "A");
            if (passes) {
                exact.approve(sale, "DA");
                assertEquals(
                        FloorDecision.Verdict.OK,
                        exact.vettings().proofsOf(STORE, "FS").get(0).check());
            } else {
                assertEquals(
                        "BELOW_FLOOR", refused(() -> exact.approve(sale, "DA")).code());
            }
        }

        /** Carts of two units do not reach 199.00: 138.00; so the plain flash price is the least. */
        @Test
        void looksAtCartsOfAsManyUnitsAsTheRosterSays() {
            VettingShop exact = new VettingShop.Setup()
                    .with("floorDecision", Json.of("EXACT"))
                    .with("cartUnits", Json.of(2))
                    .open();
            exact.floor("A", 6_900);
            exact.approve(exact.planned("DA", "10:00", "22:00").offering("A").lessFrom(19_900, 2_000, "A"));
            exact.approve(exact.planned("FS", "20:00", "21:00").offering("A").flash(6_900, "A"), "DA");
        }

        @Test
        void provesNothingByLargerCartsThanTheModelLooksAt() {
            VettingShop exact = new VettingShop.Setup()
                    .with("floorDecision", Json.of("EXACT"))
                    .with("cartUnits", Json.of(11))
                    .open();
            exact.floor("A", 1);
            Refusal refusal = refused(() -> exact.approve(
                    exact.planned("DA", "10:00", "22:00").offering("A").item(9_000, "A")));
            assertEquals(
                    List.of(
                            "the roster decides by carts of more than 10 units, the most that the price model looks at"),
                    refusal.named("doubts"));
        }

        @ParameterizedTest
        @CsvSource({"9000, true", "9001, false"})
        void passesAnIncomeThatIsTheFloor(long floor, boolean passes) {
            shop.floor("A", floor);
            VettingShop.Planned sale =
                    shop.planned("DA", "10:00", "22:00").offering("A").item(9_000, "A");
            if (passes) {
                shop.approve(sale);
            } else {
                assertEquals("BELOW_FLOOR", refused(() -> shop.approve(sale)).code());
            }
        }

        @Test
        void countsThePriceOfAnOfferAsOneOfTheItem() {
            shop.floor("A", 9_000);
            shop.shop.ops.tellCampaigns(
                    STORE,
                    List.of(new CampaignPlan(
                            "DA",
                            ActivityRules.Kind.DAILY,
                            "told",
                            List.of(new Offer("A", Optional.of(9_500L), Optional.empty())),
                            shop.at("10:00"),
                            shop.at("22:00"))));
            Proof proof = shop.vettings()
                    .wouldProve(
                            STORE,
                            shop.planned("DB", "11:00", "12:00").offering("A").plan())
                    .get(0);
            assertEquals(Optional.of(Fraction.of(9_500, 1)), proof.bound());
            assertEquals(List.of("DA", "DB"), proof.acting());
        }

        @Test
        void needsNoRuleWhereNothingIsLowered() {
            VettingShop silent = new VettingShop.Setup().rules(Optional.empty()).open();
            silent.floor("A", 9_900);
            silent.approve(silent.planned("DA", "10:00", "22:00").offering("A"));
        }

        /** Neither touches the other: each alone keeps a floor that both together break. */
        @Test
        void judgesWindowsThatTouchAlone() {
            shop.floor("A", 6_220);
            shop.approve(less199("DA", "10:00", "20:00"));
            shop.approve(flash("FS", 6_900, "20:00", "21:00"));
        }

        @Test
        void isShownBeforehandWithoutATrace() {
            shop.floor("A", 6_220);
            shop.approve(less199("DA", "10:00", "22:00"));
            int lines = shop.shop.trail().size();
            Proof proof = shop.vettings()
                    .wouldProve(STORE, flash("FS", 6_900, "20:00", "21:00").plan())
                    .get(0);
            assertEquals(FloorDecision.Verdict.BELOW_FLOOR, proof.check());
            assertTrue(proof.isRefused());
            assertEquals(Optional.of(Fraction.of(18_700, 3)), proof.worst().map(Proof.Worst::income));
            assertEquals(lines, shop.shop.trail().size());
        }
    }

    @Nested
    class TwoSkusOfOneItem {
        private VettingShop.Planned less30(String id) {
            return shop.planned(id, "10:00", "22:00")
                    .offering("K-S", "K-M")
                    .item(1_000, "K-S")
                    .lessFrom(3_000, 1_000, "K-S", "K-M");
        }

        /**
         * A K-M of 20.00 and a K-S of 10.00 pay 20.00 together, the K-M 13.33 of it. By the bound the K-M loses at most 20.00 x 10/30 and,
         * because of rounding over two lines, one minor unit: 12.32333.. is left.
         */
        @ParameterizedTest
        @CsvSource({"1332, true", "1333, false"})
        void haveFloorsOfTheirOwn(long floor, boolean passes) {
            shop.floor("K-M", floor);
            if (passes) {
                shop.approve(less30("DK"));
                List<Proof> proofs = shop.vettings().proofsOf(STORE, "DK");
                assertEquals(
                        List.of(FloorDecision.Verdict.OK, FloorDecision.Verdict.NO_FLOOR),
                        proofs.stream().map(Proof::check).toList());
                assertEquals(Optional.of(Fraction.of(3_997, 3)), proofs.get(0).bound());
                assertEquals(
                        Optional.of(new Proof.Worst(
                                new Cart(List.of(new Cart.Line("K-M", 1), new Cart.Line("K-S", 1))),
                                1_333,
                                Fraction.of(1_333, 1))),
                        proofs.get(0).worst());
            } else {
                Refusal refusal = refused(() -> shop.approve(less30("DK")));
                assertEquals(List.of("K-M"), refusal.named("item"));
                assertEquals(List.of("1332"), refusal.named("bound_minor"));
            }
        }

        /** Two units less 10.00: of a K-M beside a K-S of 5.00 that is 10.00 x 20/25 = 8.00, and one minor unit: 11.99 is left. */
        @ParameterizedTest
        @CsvSource({"1199, true", "1200, false"})
        void lowerEachOther(long floor, boolean passes) {
            shop.floor("K-M", floor);
            shop.approve(shop.planned("DC", "10:00", "22:00")
                    .offering("K-S", "K-M")
                    .with(OrderPromotion.of(
                                    Terms.of(
                                            "two",
                                            Set.of("K-S", "K-M"),
                                            new Window(shop.at("10:00"), shop.at("22:00"))),
                                    Level.ORDER,
                                    new Cut.Minus(1_000))
                            .from(Threshold.count(2))));
            VettingShop.Planned small =
                    shop.planned("DS", "12:00", "13:00").offering("K-S").item(500, "K-S");
            if (passes) {
                shop.approve(small, "DC");
                assertEquals(
                        List.of("K-S"),
                        shop.vettings().proofsOf(STORE, "DS").stream()
                                .map(Proof::skuId)
                                .toList());
            } else {
                Refusal refusal = refused(() -> shop.approve(small, "DC"));
                assertEquals(List.of("K-M"), refusal.named("item"));
                assertEquals(List.of("DC", "DS"), refusal.named("activities"));
                assertEquals(List.of("1199"), refusal.named("bound_minor"));
            }
        }
    }

    @Nested
    class Unproven {
        @Test
        void isBelowEveryFloorAndNothingWithoutOne() {
            VettingShop silent = new VettingShop.Setup().rules(Optional.empty()).open();
            VettingShop.Planned sale =
                    silent.planned("DA", "10:00", "22:00").offering("A", "B").item(100, "A", "B");
            silent.floor("B", 1);
            Refusal refusal = refused(() -> silent.approve(sale));
            assertEquals("BELOW_FLOOR", refusal.code());
            assertEquals(List.of("B"), refusal.named("item"));
            assertTrue(refusal.named("doubts")
                    .contains("the platform's rules do not state the choice in an exclusive group"));
            assertEquals(List.of(), refusal.named("bound_minor"));
            silent.desk().prices().liftFloor(STORE, "B", DAY);
            silent.approve(sale);
            assertEquals(
                    FloorDecision.Verdict.NO_FLOOR,
                    silent.vettings().proofsOf(STORE, "DA").get(0).check());
        }

        @Test
        void isWhatTheRosterStatesOnlyInPart() {
            VettingShop stating = new VettingShop.Setup()
                    .rules(Optional.of(PromotionRules.usual()))
                    .with(
                            "promotionRules",
                            Json.object(Map.of(
                                    "thresholdBase", Json.of("RUNNING"),
                                    "groupChoice", Json.of("BEST"),
                                    "codesPerOrder", Json.of(1))))
                    .open();
            stating.floor("A", 9_000);
            stating.approve(
                    stating.planned("DA", "10:00", "22:00").offering("A").item(9_000, "A"));
            VettingShop wrong = new VettingShop.Setup()
                    .with("promotionRules", Json.object(Map.of("gifts", Json.of("MANY"))))
                    .open();
            wrong.floor("A", 9_000);
            assertEquals(
                    List.of("the price model does not know the rule 'gifts'"),
                    refused(() -> wrong.approve(wrong.planned("DA", "10:00", "22:00")
                                    .offering("A")
                                    .item(9_000, "A")))
                            .named("doubts"));
        }

        @Test
        void isAnOrderOfLevelsThatTheModelDoesNotKnow() {
            VettingShop strange = new VettingShop.Setup()
                    .with(
                            "order",
                            Json.array(List.of("MEMBER", "FLASH", "ITEM", "ORDER", "CODE").stream()
                                    .map(Json::of)
                                    .toList()))
                    .open();
            strange.floor("A", 1);
            assertEquals(
                    "BELOW_FLOOR",
                    refused(() -> strange.approve(strange.planned("DA", "10:00", "22:00")
                                    .offering("A")
                                    .item(9_000, "A")))
                            .code());
        }

        @Test
        void isAnUnknownKindWhoeverItsPromotionIsOf() {
            shop.floor("A", 1);
            shop.approve(shop.planned("GIFT", "10:00", "12:00")
                    .offering("B")
                    .with(new UnknownPromotion(
                            "gift", "buy two, get one", new Window(shop.at("10:00"), shop.at("12:00")))));
            assertEquals(
                    "BELOW_FLOOR",
                    refused(() -> shop.approve(less199("DA", "11:00", "22:00"))).code());
            shop.approve(less199("DA", "12:00", "22:00"));
        }

        @Test
        void isASkuWithoutAPrice() {
            shop.shop.clock.set(shop.shop.at(DAY.minusDays(3), "09:00"));
            shop.desk().prices().setFloor(STORE, "A", 1, DAY.minusDays(3));
            VettingShop.Planned early = shop.planned(
                            "DA", shop.shop.at(DAY.minusDays(3), "10:00"), shop.shop.at(DAY.minusDays(3), "11:00"))
                    .offering("A")
                    .item(9_000, "A");
            assertEquals(
                    List.of("SKU A has no approved price that the price model takes"),
                    refused(() -> shop.approve(early)).named("doubts"));
        }
    }

    @Nested
    class AgainAtAPrice {
        /** 89.05.. of 99.00, 85.45.. of 95.00 and 84.55.. of 94.00 are left under "199 minus 20". */
        @Test
        void refusesOneThatBreaksAFloorAndNamesTheActivities() {
            shop.floor("A", 8_500);
            shop.approve(less199("DA", "10:00", "22:00"));
            Refusal refusal = refused(() -> shop.price("A", 9_400));
            assertEquals("BELOW_FLOOR", refusal.code());
            assertEquals(List.of("DA"), refusal.named("activities"));
            assertEquals(List.of("8455"), refusal.named("bound_minor"));
            assertEquals(Optional.of(9_900L), approved());
            shop.price("A", 9_500);
            assertEquals(Optional.of(9_500L), approved());
        }

        private Optional<Long> approved() {
            return shop.desk().prices().bookOf(STORE, "A").minorAt(shop.shop.clock.instant());
        }

        @Test
        void judgesAHeldOneWhenItIsReleased() {
            shop.floor("A", 8_500);
            shop.approve(less199("DA", "10:00", "22:00"));
            assertEquals(
                    PriceState.HELD,
                    shop.desk().prices().setPriceBook(STORE, "low", "A", 8_400).state());
            assertEquals(
                    "BELOW_FLOOR",
                    refused(() -> shop.shop.ops.deskOf(SECOND).prices().releasePrice(STORE, "low"))
                            .code());
            shop.shop.clock.set(shop.at("22:00"));
            assertEquals(
                    PriceState.IN_FORCE,
                    shop.shop
                            .ops
                            .deskOf(SECOND)
                            .prices()
                            .releasePrice(STORE, "low")
                            .state());
        }

        @Test
        void looksAtTheTimeInWhichItCounts() {
            shop.floor("A", 8_500);
            shop.approve(less199("DA", "10:00", "21:30"));
            assertEquals(
                    "BELOW_FLOOR",
                    refused(() -> shop.desk().prices().setPriceBook(STORE, "at-21", "A", 9_400, shop.at("21:00")))
                            .code());
            shop.desk().prices().setPriceBook(STORE, "at-22", "A", 9_400, shop.at("22:00"));
            Refusal later = refused(() -> shop.approve(less199("DB", "21:30", "23:00")));
            assertEquals(List.of(shop.at("22:00").toString()), later.named("from"));
            assertEquals(List.of("DB"), later.named("activities"));
        }

        /** B's price does not matter to A, which no promotion brings together with it. */
        @Test
        void leavesOtherSkusAlone() {
            shop.floor("A", 8_500);
            shop.floor("B", 4_000);
            shop.approve(less199("DA", "10:00", "22:00"));
            shop.price("B", 4_000);
        }

        /** What the host told of was never proved; a price that leaves more than before is no breach of its own. */
        @Test
        void doesNotRefuseWhatMakesABreachSmaller() {
            shop.shop.ops.tellCampaigns(
                    STORE, List.of(less199("DA", "10:00", "22:00").plan()));
            shop.shop.clock.set(shop.at("11:00"));
            shop.shop.ops.tellListings(
                    STORE,
                    ListingFacts.since(shop.at("11:00")).floor("A", 9_500).build());
            assertEquals("BELOW_FLOOR", refused(() -> shop.price("A", 9_800)).code());
            shop.price("A", 10_000);
        }
    }

    @Nested
    class AgainAtAFloor {
        @ParameterizedTest
        @CsvSource({"8905, true", "8906, false"})
        void refusesOneAboveWhatIsLeft(long floor, boolean passes) {
            shop.approve(less199("DA", "10:00", "22:00"));
            if (passes) {
                shop.floor("A", floor);
            } else {
                Refusal refusal = refused(() -> shop.floor("A", floor));
                assertEquals("BELOW_FLOOR", refusal.code());
                assertEquals(List.of("DA"), refusal.named("activities"));
                assertEquals(Optional.empty(), shop.desk().prices().floorOn(STORE, "A", DAY));
            }
        }

        @Test
        void countsFromItsDateOn() {
            shop.approve(less199("DA", "10:00", "22:00"));
            shop.desk().prices().setFloor(STORE, "A", 9_900, NEXT);
            Refusal over = refused(() -> shop.approve(shop.planned("DB", shop.at("22:00"), shop.shop.at(NEXT, "02:00"))
                    .offering("A")
                    .lessFrom(19_900, 2_000, "A")));
            assertEquals(List.of(shop.shop.at(NEXT, "00:00").toString()), over.named("from"));
            assertEquals(List.of("9900"), over.named("floor_minor"));
        }
    }

    @Nested
    class AgainAtAnExtension {
        private void both(String end) {
            shop.floor("A", 6_220);
            shop.approve(less199("DA", "10:00", "18:00"));
            shop.approve(flash("FS", 6_900, "20:00", "21:00"));
            shop.shop.clock.set(shop.at("10:00"));
            shop.start("DA");
            shop.extend("DA", shop.at(end));
        }

        @Test
        void refusesOneThatReachesIntoAnother() {
            assertEquals(List.of("DA", "FS"), refused(() -> both("20:01")).named("activities"));
            assertEquals(
                    shop.at("18:00"),
                    shop.desk().campaigns().find(STORE, "DA").orElseThrow().end());
        }

        @Test
        void passesOneThatTouchesIt() {
            both("20:00");
            assertEquals(
                    shop.at("20:00"),
                    shop.desk().campaigns().find(STORE, "DA").orElseThrow().end());
        }
    }

    @Nested
    class AtTheSameTime {
        @Test
        void isDecidedAnewWhenAPriceCameFirst() {
            shop.floor("A", 8_500);
            shop.shop.storage.beforeNextCommit(() -> shop.price("A", 9_400));
            assertEquals(
                    "BELOW_FLOOR",
                    refused(() -> shop.approve(less199("DA", "10:00", "22:00"))).code());
        }

        @Test
        void isDecidedAnewWhenACampaignCameBeforeThePrice() {
            shop.floor("A", 8_500);
            shop.shop.storage.beforeNextCommit(() -> shop.approve(less199("DA", "10:00", "22:00")));
            assertEquals("BELOW_FLOOR", refused(() -> shop.price("A", 9_400)).code());
            assertEquals(
                    Optional.of(9_900L), shop.desk().prices().bookOf(STORE, "A").minorAt(shop.shop.clock.instant()));
        }

        @Test
        void isDecidedAnewWhenACampaignWasExtended() {
            shop.floor("A", 6_220);
            shop.approve(less199("DA", "10:00", "18:00"));
            shop.shop.clock.set(shop.at("10:00"));
            shop.start("DA");
            shop.shop.storage.beforeNextCommit(() -> shop.extend("DA", shop.at("20:30")));
            Refusal refusal = refused(() -> shop.approve(flash("FS", 6_900, "20:00", "21:00"), "DA"));
            assertEquals(List.of("DA", "FS"), refusal.named("activities"));
        }
    }

    @Test
    void isProvedAgainAtTheStart() {
        shop.approve(less199("DA", "10:00", "22:00"));
        shop.shop.ops.tellListings(
                STORE, ListingFacts.since(shop.at("09:00")).floor("A", 9_000).build());
        shop.shop.clock.set(shop.at("10:00"));
        assertEquals("BELOW_FLOOR", refused(() -> shop.start("DA")).code());
        shop.desk().prices().setFloor(STORE, "A", 8_900, DAY);
        shop.start("DA");
    }
}
