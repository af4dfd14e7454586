package io.storeops.listing;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.listing.ShopWithPrices.DEPUTY;
import static io.storeops.listing.ShopWithPrices.FIRST;
import static io.storeops.listing.ShopWithPrices.KEEPER;
import static io.storeops.listing.ShopWithPrices.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PricesTest {
    private final ShopWithPrices shop = new ShopWithPrices();

    private Prices prices(ActorId actor) {
        return shop.desk(actor).prices();
    }

    private static void assertRefused(String code, Executable act) {
        assertEquals(code, assertThrows(RefusedException.class, act).refusal().code());
    }

    private static void assertDenied(String code, Executable act) {
        assertEquals(code, assertThrows(DeniedException.class, act).code());
    }

    @Nested
    class APriceThatIsHeld {
        @Test
        void leavesTheOneBeforeItApproved() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            PriceChange held = prices(FIRST).setPriceBook(STORE, "P1", "A", 6_999);
            assertEquals(PriceState.HELD, held.state());
            assertEquals(Optional.of(HoldReason.BEYOND_GUARD), held.heldFor());
            assertEquals(Optional.of(10_000L), shop.approved("10:00"));
            assertEquals(List.of(held), prices(SECOND).held(STORE));
            assertEquals(PriceState.IN_FORCE, shop.state("P0"));
        }

        @Test
        void isReleasedByAnotherAndCountsFromThenOn() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            prices(FIRST).setPriceBook(STORE, "P1", "A", 6_999);
            shop.shop.clock.set(shop.at("10:00"));
            PriceChange released = prices(SECOND).releasePrice(STORE, "P1");
            assertEquals(PriceState.IN_FORCE, released.state());
            assertEquals(shop.at("10:00"), released.effectiveFrom());
            assertEquals(Optional.of(new PriceChange.Decision(SECOND, shop.at("10:00"))), released.decision());
            assertEquals(Optional.of(10_000L), shop.approved("09:59"));
            assertEquals(Optional.of(6_999L), shop.approved("10:00"));
            assertEquals(PriceState.SUPERSEDED, shop.state("P0"));
            assertEquals(List.of(), prices(SECOND).held(STORE));
        }

        @Test
        void isNotReleasedByWhoeverSetItNorByTheirDeputy() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            prices(FIRST).setPriceBook(STORE, "P1", "A", 6_999);
            assertDenied(DeniedException.SELF_DECISION, () -> prices(FIRST).releasePrice(STORE, "P1"));
            assertDenied(DeniedException.SELF_DECISION, () -> prices(DEPUTY).releasePrice(STORE, "P1"));
            assertEquals(PriceState.HELD, shop.state("P1"));
        }

        @Test
        void isNotReleasedByThePrincipalOfTheDeputyWhoSetIt() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            prices(DEPUTY).setPriceBook(STORE, "P1", "A", 6_999);
            assertDenied(DeniedException.SELF_DECISION, () -> prices(FIRST).releasePrice(STORE, "P1"));
            assertEquals(
                    PriceState.IN_FORCE,
                    prices(SECOND).releasePrice(STORE, "P1").state());
        }

        @Test
        void isWithdrawnByWhoeverSetItForGood() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            prices(FIRST).setPriceBook(STORE, "P1", "A", 6_999);
            assertEquals(
                    PriceState.WITHDRAWN,
                    prices(FIRST).withdrawPrice(STORE, "P1").state());
            assertEquals(Optional.of(10_000L), shop.approved("10:00"));
            assertRefused("WRONG_STATE", () -> prices(SECOND).releasePrice(STORE, "P1"));
            assertRefused("WRONG_STATE", () -> prices(FIRST).withdrawPrice(STORE, "P1"));
        }

        @Test
        void isComparedWithWhatWasApprovedWhenItWasSet() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            prices(FIRST).setPriceBook(STORE, "P1", "A", 7_000);
            assertEquals(
                    PriceState.HELD,
                    prices(FIRST).setPriceBook(STORE, "P2", "A", 4_899).state());
            assertEquals(
                    PriceState.IN_FORCE,
                    prices(FIRST).setPriceBook(STORE, "P3", "A", 4_900).state());
        }

        @Test
        void canBeBelowTheFloorOfItsOwnDate() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            prices(FIRST).setFloor(STORE, "A", 9_500, DAY.plusDays(1));
            assertEquals(
                    PriceState.IN_FORCE,
                    prices(FIRST).setPriceBook(STORE, "P1", "A", 9_400).state());
            PriceChange tomorrow =
                    prices(FIRST).setPriceBook(STORE, "P2", "A", 9_450, shop.shop.at(DAY.plusDays(1), "00:00"));
            assertEquals(Optional.of(HoldReason.BELOW_FLOOR), tomorrow.heldFor());
        }

        @Test
        void isNeverTheOneThatIsApprovedAlready() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            prices(FIRST).setFloor(STORE, "A", 12_000, DAY);
            assertEquals(
                    PriceState.IN_FORCE,
                    prices(FIRST).setPriceBook(STORE, "P1", "A", 10_000).state());
        }
    }

    @Nested
    class APriceToCome {
        @Test
        void countsFromItsInstantWhateverTheTick() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            PriceChange later = prices(FIRST).setPriceBook(STORE, "P1", "A", 9_000, shop.at("12:00"));
            assertEquals(PriceState.IN_FORCE, later.state());
            assertEquals(PriceState.IN_FORCE, shop.state("P0"));
            assertEquals(Optional.of(10_000L), shop.approved("11:59"));
            assertEquals(Optional.of(9_000L), shop.approved("12:00"));
        }

        @Test
        void supersedesTheOneBeforeItAtItsInstantByTheEngine() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            prices(FIRST).setPriceBook(STORE, "P1", "A", 9_000, shop.at("12:00"));
            shop.shop.clock.set(shop.at("11:59"));
            assertEquals(shop.at("12:00"), shop.shop.ops.tick(STORE).nextWakeUp());
            assertTrue(scheduled("P1"));
            assertEquals(PriceState.IN_FORCE, shop.state("P0"));
            shop.shop.clock.set(shop.at("12:00"));
            shop.shop.ops.tick(STORE);
            shop.shop.opened(shop.shop.storage).tick(STORE);
            assertEquals(PriceState.SUPERSEDED, shop.state("P0"));
            assertEquals(PriceState.IN_FORCE, shop.state("P1"));
            assertFalse(scheduled("P1"));
            assertEquals(
                    1,
                    shop.shop.trail().stream()
                            .filter(line -> line.record().act().equals("SUPERSEDE_PRICE_CHANGE"))
                            .count());
        }

        private boolean scheduled(String id) {
            return prices(SECOND).findChange(STORE, id).orElseThrow().scheduled();
        }

        @Test
        void standsWhenAnEarlierOneIsSetAfterwards() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            prices(FIRST).setPriceBook(STORE, "P1", "A", 9_000, shop.at("12:00"));
            prices(FIRST).setPriceBook(STORE, "P2", "A", 9_500, shop.at("10:00"));
            assertEquals(
                    List.of(Optional.of(10_000L), Optional.of(9_500L), Optional.of(9_000L)),
                    List.of(shop.approved("09:30"), shop.approved("11:00"), shop.approved("13:00")));
            shop.shop.clock.set(shop.at("13:00"));
            shop.shop.ops.tick(STORE);
            assertEquals(
                    List.of(PriceState.SUPERSEDED, PriceState.SUPERSEDED, PriceState.IN_FORCE),
                    List.of(shop.state("P0"), shop.state("P2"), shop.state("P1")));
        }

        @Test
        void givesWayToTheLastOneOfTheSameInstant() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            prices(FIRST).setPriceBook(STORE, "P2", "A", 9_000, shop.at("12:00"));
            prices(FIRST).setPriceBook(STORE, "P1", "A", 9_500, shop.at("12:00"));
            assertEquals(Optional.of(9_500L), shop.approved("12:00"));
            shop.shop.clock.set(shop.at("12:00"));
            shop.shop.ops.tick(STORE);
            assertEquals(
                    List.of(PriceState.SUPERSEDED, PriceState.SUPERSEDED, PriceState.IN_FORCE),
                    List.of(shop.state("P0"), shop.state("P2"), shop.state("P1")));
        }

        @Test
        void countsFromItsReleaseIfThatIsLater() {
            prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
            prices(FIRST).setPriceBook(STORE, "P1", "A", 5_000, shop.at("10:00"));
            prices(FIRST).setPriceBook(STORE, "P2", "A", 5_100, shop.at("12:00"));
            shop.shop.clock.set(shop.at("11:00"));
            prices(SECOND).releasePrice(STORE, "P1");
            prices(SECOND).releasePrice(STORE, "P2");
            assertEquals(
                    List.of(Optional.of(10_000L), Optional.of(5_000L), Optional.of(5_100L)),
                    List.of(shop.approved("10:59"), shop.approved("11:00"), shop.approved("12:00")));
        }

        @Test
        void isNoneThatWouldChangeThePast() {
            assertRefused("FROM_PASSED", () -> prices(FIRST).setPriceBook(STORE, "P1", "A", 9_000, shop.at("08:59")));
            assertEquals(Optional.empty(), prices(FIRST).findChange(STORE, "P1"));
        }
    }

    @Nested
    class Floors {
        @Test
        void countFromTheirDate() {
            prices(FIRST).setFloor(STORE, "A", 5_000, DAY);
            prices(FIRST).setFloor(STORE, "A", 6_000, DAY.plusDays(2));
            prices(FIRST).liftFloor(STORE, "A", DAY.plusDays(3));
            assertEquals(Optional.empty(), prices(SECOND).floorOn(STORE, "A", DAY.minusDays(1)));
            assertEquals(Optional.of(5_000L), floor(DAY.plusDays(1)));
            assertEquals(Optional.of(6_000L), floor(DAY.plusDays(2)));
            assertEquals(Optional.empty(), floor(DAY.plusDays(3)));
            assertTrue(prices(SECOND).floorOn(STORE, "A", DAY.plusDays(3)).isPresent());
        }

        private Optional<Long> floor(LocalDate date) {
            return prices(SECOND).floorOn(STORE, "A", date).flatMap(Floor::minor);
        }

        @Test
        void areSetAgainForADateThatIsNotPast() {
            prices(FIRST).setFloor(STORE, "A", 5_000, DAY);
            prices(SECOND).setFloor(STORE, "A", 5_500, DAY);
            assertEquals(Optional.of(5_500L), floor(DAY));
            assertRefused("FROM_PASSED", () -> prices(FIRST).setFloor(STORE, "A", 1, DAY.minusDays(1)));
        }

        @Test
        void areNeverNought() {
            assertThrows(IllegalArgumentException.class, () -> prices(FIRST).setFloor(STORE, "A", 0, DAY));
        }

        @Test
        void takeTheirOwnRight() {
            assertDenied("SET:FLOOR", () -> prices(KEEPER).setFloor(STORE, "A", 1, DAY));
        }
    }

    @Nested
    class BaseValues {
        private static final String RATE = "0.05";

        @Test
        void countFromTheirInstantInThePlaceOfTheRosters() {
            Optional<BigDecimal> rosters = at("09:00");
            prices(FIRST).setBaseline(STORE, BaselineKey.REFUND_RATE, new BigDecimal(RATE), shop.at("12:00"));
            prices(SECOND).setBaseline(STORE, BaselineKey.REFUND_RATE, new BigDecimal("0.06"), shop.at("15:00"));
            assertEquals(rosters, at("11:59"));
            assertEquals(Optional.of(new BigDecimal(RATE)), at("12:00"));
            assertEquals(Optional.of(new BigDecimal(RATE)), at("14:59"));
            assertEquals(Optional.of(new BigDecimal("0.06")), at("15:00"));
        }

        private Optional<BigDecimal> at(String time) {
            return prices(FIRST).baselineAt(STORE, BaselineKey.REFUND_RATE, shop.at(time));
        }

        @Test
        void areSetAgainForTheSameInstant() {
            prices(FIRST).setBaseline(STORE, BaselineKey.DSR, new BigDecimal("4.80"), shop.at("12:00"));
            prices(FIRST).setBaseline(STORE, BaselineKey.DSR, new BigDecimal("4.70"), shop.at("12:00"));
            assertEquals(
                    Optional.of(new BigDecimal("4.70")),
                    prices(FIRST).baselineAt(STORE, BaselineKey.DSR, shop.at("12:00")));
        }

        @Test
        void doNotChangeThePastAndTakeTheirRight() {
            assertRefused(
                    "FROM_PASSED",
                    () -> prices(FIRST).setBaseline(STORE, BaselineKey.DSR, new BigDecimal("4.80"), shop.at("08:59")));
            assertDenied(
                    "SET:BASELINE",
                    () -> prices(KEEPER).setBaseline(STORE, BaselineKey.DSR, new BigDecimal("4.80"), shop.at("12:00")));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> prices(FIRST).setBaseline(STORE, BaselineKey.DSR, new BigDecimal("-1"), shop.at("12:00")));
        }
    }

    @Test
    void theRightIsAskedFor() {
        prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
        prices(FIRST).setPriceBook(STORE, "P1", "A", 1);
        assertDenied("SET:PRICE_BOOK", () -> prices(KEEPER).setPriceBook(STORE, "P2", "A", 10_000));
        assertDenied("SET:PRICE_BOOK", () -> prices(KEEPER).releasePrice(STORE, "P1"));
        assertDenied("SET:PRICE_BOOK", () -> prices(KEEPER).withdrawPrice(STORE, "P1"));
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertRefused("NO_SUCH_SKU", () -> prices(FIRST).setPriceBook(STORE, "P1", "Z", 10_000));
        assertRefused("NO_SUCH_PRICE_CHANGE", () -> prices(FIRST).releasePrice(STORE, "P1"));
        prices(FIRST).setPriceBook(STORE, "P1", "A", 10_000);
        assertRefused("EXISTS", () -> prices(FIRST).setPriceBook(STORE, "P1", "A", 10_000));
        assertThrows(IllegalArgumentException.class, () -> prices(FIRST).setPriceBook(STORE, "P2", "A", 0));
    }

    @Test
    void aRepeatedCommandGivesTheFirstResult() {
        prices(FIRST).setPriceBook(STORE, "P0", "A", 10_000);
        CommandId command = CommandId.of("c-1");
        PriceChange held = shop.desk(FIRST).under(command).prices().setPriceBook(STORE, "P1", "A", 1);
        prices(SECOND).releasePrice(STORE, "P1");
        assertEquals(held, shop.desk(FIRST).under(command).prices().setPriceBook(STORE, "P1", "A", 1));
        assertEquals(PriceState.IN_FORCE, shop.state("P1"));
    }
}
