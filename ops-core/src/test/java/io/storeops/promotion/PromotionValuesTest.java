package io.storeops.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PromotionValuesTest {
    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");
    private static final Window HOUR = new Window(NOON, NOON.plusSeconds(3600));

    private static void refused(Executable made) {
        assertThrows(IllegalArgumentException.class, made);
    }

    /** 12.5 % off 99 fen is 12.375, rounded 12; off 100 it is 12.5, rounded 13. */
    @Test
    void aCutLeavesWhatItSays() {
        assertEquals(6900, new Cut.Price(6900).of(9900));
        assertEquals(5000, new Cut.Price(6900).of(5000));
        assertEquals(7900, new Cut.Minus(2000).of(9900));
        assertEquals(0, new Cut.Minus(2000).of(1999));
        assertEquals(87, new Cut.Percent(1250).of(99));
        assertEquals(87, new Cut.Percent(1250).of(100));
        assertEquals(0, new Cut.Percent(10_000).of(100));
    }

    @Test
    void amountsHaveTheirRanges() {
        assertEquals(Cut.MOST_MINOR, new Cut.Price(Cut.MOST_MINOR).minor());
        assertEquals(Cut.MOST_MINOR, Cut.checked("price", Cut.MOST_MINOR));
        refused(() -> new Cut.Price(Cut.MOST_MINOR + 1));
        refused(() -> new Cut.Minus(-1));
        assertEquals(0, new Cut.Percent(0).basisPoints());
        refused(() -> new Cut.Percent(10_001));
        refused(() -> new Cut.Percent(-1));
        assertEquals(Cut.MOST_MINOR, Threshold.amount(Cut.MOST_MINOR).value());
        refused(() -> Threshold.amount(Cut.MOST_MINOR + 1));
        refused(() -> Threshold.count(0));
        assertEquals(100, new Cart.Line("A", Cart.MOST_UNITS).units());
        refused(() -> new Cart.Line("A", Cart.MOST_UNITS + 1));
        refused(() -> new Cart.Line("A", 0));
    }

    @Test
    void termsHaveIdsAndShares() {
        Terms terms = Terms.of("p", Set.of("A"), HOUR);
        refused(() -> Terms.of(" p", Set.of("A"), HOUR));
        refused(() -> Terms.of("p", Set.of(" A"), HOUR));
        refused(() -> terms.inGroup(" g"));
        refused(() -> terms.sellerBears(-1));
        refused(() -> terms.sellerBears(10_001));
        OrderPromotion order = OrderPromotion.of(terms, Level.ORDER, new Cut.Minus(1));
        assertEquals(Set.of("A"), order.scope());
        refused(() -> order.cappedAt(-1));
        assertEquals(Set.of("A"), new UnitPromotion(terms, Level.ITEM, new Cut.Minus(1)).scope());
    }

    @Test
    void aWindowHoldsItsBeginningAndNotItsEnd() {
        assertTrue(HOUR.holds(HOUR.from()));
        assertTrue(HOUR.holds(HOUR.to().minusNanos(1)));
        assertFalse(HOUR.holds(HOUR.to()));
        assertFalse(HOUR.holds(HOUR.from().minusNanos(1)));
    }

    @Test
    void whatTwoWindowsShareBeginsWithTheLaterAndEndsWithTheEarlier() {
        Window later = new Window(NOON.plusSeconds(1800), NOON.plusSeconds(5400));
        Window shared = new Window(NOON.plusSeconds(1800), NOON.plusSeconds(3600));
        assertEquals(shared, HOUR.within(later));
        assertEquals(shared, later.within(HOUR));
        assertTrue(HOUR.within(new Window(HOUR.to(), HOUR.to().plusSeconds(1))).isEmpty());
    }

    @Test
    void aFractionIsReadAndWrittenAndCompared() {
        Fraction third = Fraction.parse("18700/3");
        assertEquals(Fraction.of(37_400, 6), third);
        assertEquals("18700/3", third.toString());
        assertEquals("6900", Fraction.parse("6900").toString());
        assertTrue(third.compareTo(Fraction.of(6234, 1)) < 0);
        assertTrue(third.compareTo(Fraction.of(6233, 1)) > 0);
        assertEquals("62.33", third.shown(2));
        assertEquals("0.000006233", third.shown(9));
        assertEquals("6233", third.shown(0));
        assertEquals("-1", Fraction.of(-1, 3).shown(0));
        refused(() -> third.shown(10));
        refused(() -> third.shown(-1));
        assertEquals(new BigDecimal("6233.33"), third.rounded(2));
        refused(() -> Fraction.of(1, 0));
        BigInteger large = BigInteger.ONE.shiftLeft(80);
        assertEquals(Fraction.of(1, 3), new Fraction(large, large.multiply(BigInteger.valueOf(3))));
        assertEquals("1/2", Ratio.of(2, 4).toString());
        assertEquals(3, Ratio.of(6, 2).whole());
    }
}
