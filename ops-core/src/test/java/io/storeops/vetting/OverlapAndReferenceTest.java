package io.storeops.vetting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.vetting.VettingShop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.listing.ListingFacts;
import io.storeops.position.ActivityRules.Kind;
import io.storeops.promotion.Cut;
import io.storeops.promotion.Level;
import io.storeops.promotion.Terms;
import io.storeops.promotion.UnitPromotion;
import io.storeops.promotion.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Overlaps (D38) and the reference price (D44). */
class OverlapAndReferenceTest {
    @Nested
    class AnOverlap {
        private final VettingShop shop = VettingShop.open();

        private VettingShop.Planned on(String id, Kind kind, String from, String to) {
            return shop.planned(id, from, to).kind(kind).offering("A");
        }

        @ParameterizedTest
        @CsvSource({
            "DAILY, MAJOR_CAMPAIGN, true",
            "MAJOR_CAMPAIGN, DAILY, true",
            "DAILY, DAILY, false",
            "MAJOR_CAMPAIGN, MAJOR_CAMPAIGN, false",
            "DAILY, THIRD_PARTY, false",
            "THIRD_PARTY, MAJOR_CAMPAIGN, false"
        })
        void isAllowedByTheRosterOrNot(Kind one, Kind other, boolean allowed) {
            shop.approve(on("C1", one, "10:00", "12:00"));
            VettingShop.Planned next = on("C2", other, "11:00", "13:00");
            if (allowed) {
                shop.approve(next);
            } else {
                Refusal refusal = refused(() -> shop.approve(next));
                assertEquals("OVERLAP", refusal.code());
                assertEquals(List.of("C1"), refusal.named("activities"));
                assertEquals(
                        other + " C2 overlaps with C1 on a SKU, which the roster does not allow; the manager may allow"
                                + " it, naming them",
                        refusal.detail());
                shop.approve(on("C2", other, "11:00", "13:00"), "C1");
            }
        }

        /** A flash price needs the manager's word, of whatever kind the activity is, and whichever of the two has it. */
        @Test
        void ofAFlashPriceIsNeverAllowedByTheRoster() {
            shop.approve(on("M1", Kind.MAJOR_CAMPAIGN, "10:00", "12:00"));
            assertEquals(
                    "OVERLAP",
                    refused(() -> shop.approve(on("D1", Kind.DAILY, "11:00", "13:00").flash(9_000, "A")))
                            .code());
            shop.approve(on("D1", Kind.DAILY, "11:00", "13:00").flash(9_000, "A"), "M1");
            assertEquals(
                    List.of("D1"),
                    refused(() -> shop.approve(on("M2", Kind.MAJOR_CAMPAIGN, "12:00", "14:00")))
                            .named("activities"));
        }

        @Test
        void isOfOneSkuAndOfInstantsThatBothHave() {
            shop.approve(on("D1", Kind.DAILY, "10:00", "12:00"));
            shop.approve(on("D2", Kind.DAILY, "12:00", "13:00"));
            shop.approve(on("D3", Kind.DAILY, "09:30", "10:00"));
            shop.approve(shop.planned("D4", "10:00", "13:00").offering("B"));
            assertEquals(
                    List.of("D1", "D2"),
                    refused(() -> shop.approve(on("D5", Kind.DAILY, "11:59", "12:01")))
                            .named("activities"));
        }

        @Test
        void isAllowedForThoseThatTheManagerNames() {
            shop.approve(on("D1", Kind.DAILY, "10:00", "12:00"));
            shop.approve(on("D2", Kind.DAILY, "12:00", "13:00"));
            assertEquals(
                    List.of("D2"),
                    refused(() -> shop.approve(on("D5", Kind.DAILY, "11:00", "13:00"), "D1"))
                            .named("activities"));
            shop.approve(on("D5", Kind.DAILY, "11:00", "13:00"), "D1", "D2");
        }

        @ParameterizedTest
        @EnumSource(Released.class)
        void isNoneWithWhatIsOver(Released why) {
            shop.approve(on("D1", Kind.DAILY, "10:00", "12:00"));
            shop.leave("D1", why);
            shop.approve(on("D2", Kind.DAILY, "10:00", "12:00"));
        }

        @Test
        void isCountedWhileACampaignIsLateToStart() {
            shop.approve(on("D1", Kind.DAILY, "10:00", "12:00"));
            shop.shop.clock.set(shop.at("11:00"));
            assertEquals(
                    "OVERLAP",
                    refused(() -> shop.approve(on("D2", Kind.DAILY, "11:30", "12:30"))).code());
            shop.start("D1");
            assertEquals(
                    "OVERLAP",
                    refused(() -> shop.approve(on("D2", Kind.DAILY, "11:30", "12:30"))).code());
        }

        @Test
        void comesAfterWhetherTheCampaignIsKnown() {
            shop.approve(on("D1", Kind.DAILY, "10:00", "12:00"));
            assertEquals(
                    "EXISTS",
                    refused(() -> shop.approve(on("D1", Kind.DAILY, "14:00", "15:00"))).code());
        }
    }

    @Nested
    class TheReferencePrice {
        private final VettingShop shop =
                new VettingShop.Setup().with("referencePriceDays", Json.of(30)).open();
        private final Instant start = shop.shop.at(DAY.plusDays(10), "10:00");
        private final Instant since = start.minus(Duration.ofDays(30));

        private VettingShop.Planned sale(long minor) {
            return shop.planned("T1", start, start.plusSeconds(3_600))
                    .kind(Kind.THIRD_PARTY)
                    .offering("A")
                    .flash(minor, "A");
        }

        private void wasShownAt(long minor, Instant from, Instant to) {
            shop.shop.ops.tellListings(
                    STORE,
                    ListingFacts.since(shop.at("00:00")).shown("A", minor, from, to).build());
        }

        private void refusedAt(long minor, long reference) {
            Refusal refusal = refused(() -> shop.approve(sale(minor)));
            assertEquals("REFERENCE_PRICE", refusal.code());
            assertEquals(List.of(String.valueOf(reference)), refusal.named("reference_minor"));
            assertEquals(List.of(String.valueOf(minor)), refusal.named("price_minor"));
            assertEquals(List.of("A"), refusal.named("item"));
        }

        @Test
        void isThatOfThePriceBook() {
            refusedAt(9_900, 9_900);
            shop.approve(sale(9_899));
        }

        @Test
        void isAllowedByTheManager() {
            shop.allow(sale(9_900).plan(), Set.of());
        }

        @Test
        void isTheLowestThatThePriceBookSaysInTheTimeBefore() {
            shop.desk().prices().setPriceBook(STORE, "low", "A", 9_000, start.minusSeconds(7_200));
            shop.desk().prices().setPriceBook(STORE, "high", "A", 9_500, start.minusSeconds(3_600));
            shop.desk().prices().setPriceBook(STORE, "lowest", "A", 8_000, start);
            refusedAt(9_000, 9_000);
            shop.approve(sale(8_000));
        }

        @Test
        void isOneThatWasShownInThatTime() {
            wasShownAt(8_000, since.minusSeconds(60), since);
            wasShownAt(8_500, since.minusSeconds(60), since.plusSeconds(1));
            refusedAt(8_500, 8_500);
            shop.approve(sale(8_499));
        }

        @Test
        void isOneOfAnotherActivityThatRunsInThatTime() {
            shop.approve(shop.planned("D1", start.minusSeconds(7_200), start.minusSeconds(3_600))
                    .offering("A")
                    .item(8_000, "A"));
            shop.approve(
                    shop.planned("D2", start, start.plusSeconds(7_200)).offering("A").item(7_000, "A"));
            Refusal refusal = refused(() -> shop.approve(sale(8_000), "D2"));
            assertEquals(List.of("8000"), refusal.named("reference_minor"));
            shop.approve(sale(7_999), "D2");
        }

        @Test
        void isNotOneOfAnActivityThatNeverRan() {
            shop.approve(shop.planned("D1", start.minusSeconds(7_200), start.minusSeconds(3_600))
                    .offering("A")
                    .item(8_000, "A"));
            shop.leave("D1", Released.CANCELLED);
            shop.approve(sale(9_000));
        }

        @Test
        void isOneOfAnActivityThatRanUntilItWasLeft() {
            Instant begun = shop.at("10:00");
            shop.approve(shop.planned("D1", begun, start).offering("A").item(8_000, "A"));
            shop.shop.clock.set(begun);
            shop.start("D1");
            shop.shop.clock.set(begun.plusSeconds(60));
            shop.leave("D1", Released.ENDED);
            refusedAt(9_000, 8_000);
        }

        @Test
        void isComparedWithWhatAnAmountOrAPercentageLeaves() {
            shop.desk().prices().setPriceBook(STORE, "low", "A", 9_000, start.minusSeconds(7_200));
            shop.desk().prices().setPriceBook(STORE, "high", "A", 10_000, start);
            VettingShop.Planned minus = shop.planned("T1", start, start.plusSeconds(3_600))
                    .offering("A")
                    .with(new UnitPromotion(
                            Terms.of(
                                    "m",
                                    Set.of("A"),
                                    new Window(start, start.plusSeconds(3_600))),
                            Level.ITEM,
                            new Cut.Minus(1_000)));
            Refusal refusal = refused(() -> shop.approve(minus));
            assertEquals(List.of("9000"), refusal.named("reference_minor"));
            assertEquals(List.of("9000"), refusal.named("price_minor"));
        }

        @Test
        void isNotAskedOfWhatSetsNoPrice() {
            shop.approve(shop.planned("D1", start, start.plusSeconds(3_600))
                    .offering("A")
                    .lessFrom(19_900, 2_000, "A"));
        }

        @Test
        void isNotAskedUnlessTheRosterDoes() {
            VettingShop silent = VettingShop.open();
            silent.approve(silent.planned("D1", "10:00", "11:00").offering("A").item(9_900, "A"));
        }

        /** The reference of 90.00 comes first; without it the flash price is above the 80.00 that are approved for its beginning (R61). */
        @Test
        void comesBeforeWhetherAFlashPriceIsAboveTheNormalOne() {
            shop.desk().prices().setPriceBook(STORE, "low", "A", 8_000, start);
            refusedAt(9_900, 9_900);
            Refusal above = refused(() -> shop.approve(sale(8_001)));
            assertEquals("ABOVE_PRICE", above.code());
            assertEquals(List.of("8001"), above.named("price_minor"));
            shop.approve(sale(8_000));
        }

        @Test
        void comesBeforeCommitmentsAndFloors() {
            shop.floor("A", 9_900);
            assertEquals(
                    "REFERENCE_PRICE",
                    refused(() -> shop.approve(shop.planned("T1", start, start.plusSeconds(3_600))
                                    .promising("A", 101)
                                    .item(9_900, "A")))
                            .code());
            assertEquals(
                    "OVERCOMMITTED",
                    refused(() -> shop.approve(shop.planned("T1", start, start.plusSeconds(3_600))
                                    .promising("A", 101)
                                    .item(9_800, "A")))
                            .code());
            assertEquals(
                    "BELOW_FLOOR",
                    refused(() -> shop.approve(shop.planned("T1", start, start.plusSeconds(3_600))
                                    .promising("A", 100)
                                    .item(9_800, "A")))
                            .code());
        }
    }
}
