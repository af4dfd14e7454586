package io.storeops.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class RatioLawsTest {
    /** Half-up in whole numbers: hundredths of a percent are floor((20000 n + d) / 2d) for n of 0 or more. */
    @Property
    void percentsAreRoundedHalfUp(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long n,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long d) {
        BigInteger hundredths = BigInteger.valueOf(n)
                .multiply(BigInteger.valueOf(20_000))
                .add(BigInteger.valueOf(d))
                .divide(BigInteger.valueOf(d).multiply(BigInteger.TWO));
        assertEquals(hundredths, Ratio.of(n, d).percent().orElseThrow().unscaledValue());
        assertEquals(2, Ratio.of(n, d).percent().orElseThrow().scale());
    }

    @Example
    void halvesGoUp() {
        assertEquals("0.01%", Ratio.of(1, 20_000).text("-"));
        assertEquals("0.00%", Ratio.of(1, 20_001).text("-"));
        assertEquals("92.31%", Ratio.of(12, 13).text("-"));
        assertEquals("66.67%", Ratio.of(2, 3).text("-"));
        assertEquals("100.00%", Ratio.of(3, 3).text("-"));
    }

    @Example
    void nothingToCountIsNeitherZeroNorAll() {
        assertEquals("N/A", Ratio.of(0, 0).text("N/A"));
        assertEquals("K1.4 0/0 N/A", new Score(Kpi.K1_4, Ratio.of(0, 0)).toString());
    }

    @Property
    void addsNumeratorsAndDenominators(
            @ForAll @LongRange(min = 0, max = 1_000_000) long n, @ForAll @LongRange(min = 0, max = 1_000_000) long d) {
        assertEquals(Ratio.of(n + d, d + n), Ratio.of(n, d).and(Ratio.of(d, n)));
    }

    @Example
    void refusesANegativeDenominator() {
        IllegalArgumentException negative = assertThrows(IllegalArgumentException.class, () -> Ratio.of(1, -1));
        assertEquals("A denominator is 0 or more, not -1", negative.getMessage());
    }
}
