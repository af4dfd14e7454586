package io.storeops.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.Money;
import io.storeops.position.HealthRules;
import io.storeops.position.MaintenanceRules;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class InspectionLawsTest {
    private static final int[] FACTORS = {10, 100, 1000};

    private static Limits limits(BigDecimal base, HealthRules.Direction direction, int decimals) {
        return new Limits(
                direction,
                Optional.of(base),
                Optional.empty(),
                new HealthRules.Counting(Optional.empty(), Optional.empty(), 1, decimals),
                Optional.empty());
    }

    private static Money cny(long minor) {
        return Money.ofMinor(minor, Said.CNY);
    }

    /** Fen or li: the unit in which both sides are counted changes nothing. */
    @Property
    void aFactorOfTheCurrencyChangesNoVerdict(
            @ForAll @LongRange(min = 0, max = 100_000) long measured,
            @ForAll @LongRange(min = 0, max = 1000) long base,
            @ForAll @IntRange(min = 0, max = 2) int factor,
            @ForAll @IntRange(min = 0, max = 3) int near) {
        long shown = near == 0 ? base : near == 1 ? base * 100 : near == 2 ? base + base / 10 : measured;
        int by = FACTORS[factor];
        PriceRule price = new PriceRule();
        CompetitorPriceRule rival = new CompetitorPriceRule(Optional.of(new BigDecimal("0.10")));
        SpendRule spend =
                new SpendRule(RuleKey.of("ZUANZHAN"), limits(BigDecimal.ONE, HealthRules.Direction.ABOVE, 2), Said.CNY);
        assertAlike(
                price.judge(Said.LOOK, PriceRule.Price.of(cny(shown), cny(base))),
                price.judge(Said.LOOK, PriceRule.Price.of(cny(shown * by), cny(base * by))));
        assertAlike(
                rival.judge(Said.LOOK, CompetitorPriceRule.Price.of(cny(shown), cny(base))),
                rival.judge(Said.LOOK, CompetitorPriceRule.Price.of(cny(shown * by), cny(base * by))));
        assertAlike(
                spend.judge(Said.LOOK, SpendRule.Spend.of(cny(shown), cny(base))),
                spend.judge(Said.LOOK, SpendRule.Spend.of(cny(shown * by), cny(base * by))));
    }

    private static void assertAlike(Judgement one, Judgement other) {
        assertEquals(one.verdict(), other.verdict());
        assertEquals(one.standing(), other.standing());
        assertEquals(one.phrase(), other.phrase());
    }

    /** Against cross multiplication in whole numbers: n / d > b / 10000. */
    @Property
    void aRateIsComparedAsAnExactFraction(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long n,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long d,
            @ForAll @IntRange(min = 0, max = 10_000) int base) {
        RateRule rule = new RateRule(
                RuleKey.of("REVIEWS"), limits(BigDecimal.valueOf(base, 4), HealthRules.Direction.ABOVE, 2));
        boolean above = BigInteger.valueOf(n)
                        .multiply(BigInteger.valueOf(10_000))
                        .compareTo(BigInteger.valueOf(base).multiply(BigInteger.valueOf(d)))
                > 0;
        Judgement judgement = rule.judge(Said.LOOK, Tally.counted(BigDecimal.valueOf(n), d));
        if (!judgement.unitError()) {
            assertEquals(above ? InspectionVerdict.ANOMALY : InspectionVerdict.OK, judgement.verdict());
        }
    }

    /** Against half-up by hand: floor(100 sum / count + 1/2). */
    @Property
    void aScoreIsRoundedOnceHalfUp(
            @ForAll @LongRange(min = 0, max = 5_000_000) long sum,
            @ForAll @LongRange(min = 1, max = 1_000_000) long count,
            @ForAll @IntRange(min = 1, max = 500) int base) {
        ScoreRule rule =
                new ScoreRule(RuleKey.of("DSR"), limits(BigDecimal.valueOf(base, 2), HealthRules.Direction.BELOW, 2));
        long hundredths = Math.floorDiv(200 * sum + count, 2 * count);
        Judgement judgement = rule.judge(Said.LOOK, Tally.counted(BigDecimal.valueOf(sum), count));
        assertEquals(Optional.of(new Value.Decimal(BigDecimal.valueOf(hundredths, 2))), judgement.measured());
        if (!judgement.unitError()) {
            assertEquals(hundredths < base ? InspectionVerdict.ANOMALY : InspectionVerdict.OK, judgement.verdict());
        }
    }

    /** Against whole numbers: 10 |new - reference| >= reference. */
    @Property
    void aRivalsMoveIsComparedExactly(
            @ForAll @LongRange(min = 0, max = 10_000) long shown,
            @ForAll @LongRange(min = 1, max = 10_000) long reference) {
        Judgement judgement = new CompetitorPriceRule(Optional.of(new BigDecimal("0.10")))
                .judge(Said.LOOK, CompetitorPriceRule.Price.of(cny(shown), cny(reference)));
        assertEquals(
                10 * Math.abs(shown - reference) >= reference ? InspectionVerdict.ANOMALY : InspectionVerdict.OK,
                judgement.verdict());
    }

    @Property
    void aUnitErrorIsNeverOkAndNeverBecomesAReference(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long one, @ForAll boolean up) {
        long other = one * 100;
        long shown = up ? other : one;
        long reference = up ? one : other;
        Phrase named = up ? Phrase.UNIT_ERROR_HUNDREDFOLD : Phrase.UNIT_ERROR_HUNDREDTH;
        BigDecimal base = BigDecimal.valueOf(reference, 2);
        for (Judgement judgement : new Judgement[] {
            new PriceRule().judge(Said.LOOK, PriceRule.Price.of(cny(shown), cny(reference))),
            new CompetitorPriceRule(Optional.of(new BigDecimal("2000")))
                    .judge(Said.LOOK, CompetitorPriceRule.Price.of(cny(shown), cny(reference))),
            new CompetitorSalesRule(Optional.of(new BigDecimal("0.50")))
                    .judge(Said.LOOK, CompetitorSalesRule.Sales.of(shown, reference)),
            new ScoreRule(RuleKey.of("DSR"), limits(base, HealthRules.Direction.BELOW, 2))
                    .judge(Said.LOOK, Tally.stated(BigDecimal.valueOf(shown, 2))),
            new RateRule(RuleKey.of("REVIEWS"), limits(base, HealthRules.Direction.ABOVE, 2))
                    .judge(Said.LOOK, Tally.stated(BigDecimal.valueOf(shown, 2)))
        }) {
            assertEquals(named, judgement.phrase());
            assertNotEquals(InspectionVerdict.OK, judgement.verdict());
            assertTrue(judgement.unitError());
            assertEquals(Optional.empty(), judgement.findReference());
        }
        for (long near : new long[] {shown - 1, shown + 1}) {
            assertFalse(new PriceRule()
                    .judge(Said.LOOK, PriceRule.Price.of(cny(near), cny(reference)))
                    .unitError());
        }
    }

    /** Against a division: failed > max(20, checked / 20). */
    @Property
    void theBreakerTripsBeyondTheGreaterOfNumberAndShare(
            @ForAll @LongRange(min = 0, max = 100_000) long checked, @ForAll @LongRange(min = -3, max = 3) long off) {
        BigDecimal most = new BigDecimal(checked)
                .divide(BigDecimal.valueOf(20), MathContext.UNLIMITED)
                .max(BigDecimal.valueOf(20));
        long failed = Math.max(0, most.setScale(0, RoundingMode.FLOOR).longValueExact() + off);
        assertEquals(
                new BigDecimal(failed).compareTo(most) > 0,
                MaintenanceRules.MassBreaker.DEFAULT.trips(failed, checked));
    }
}
