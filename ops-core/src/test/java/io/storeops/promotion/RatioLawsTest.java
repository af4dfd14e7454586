package io.storeops.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The arithmetic of two longs against that of big integers, also where the longs cannot hold it. */
class RatioLawsTest {
    private static final long MOST = Long.MAX_VALUE / 2;

    @Property(tries = 2000)
    void addsSubtractsAndComparesExactly(
            @ForAll @LongRange(min = -MOST, max = MOST) long a,
            @ForAll @LongRange(min = 1, max = MOST) long b,
            @ForAll @LongRange(min = -MOST, max = MOST) long c,
            @ForAll @LongRange(min = 1, max = MOST) long d) {
        Ratio one = Ratio.of(a, b);
        Ratio other = Ratio.of(c, d);
        BigInteger left = big(a).multiply(big(d));
        BigInteger right = big(c).multiply(big(b));
        BigInteger below = big(b).multiply(big(d));
        assertEquals(new Fraction(left.add(right), below), one.plus(other).fraction());
        assertEquals(new Fraction(left.subtract(right), below), one.minus(other).fraction());
        assertEquals(Integer.signum(left.compareTo(right)), Integer.signum(one.compareTo(other)));
        assertEquals(
                one.plus(other).fraction(), one.plus(other).plus(Ratio.ZERO).fraction());
        assertEquals(a == 0 ? 0 : Long.signum(a), one.signum());
        assertEquals(a % b == 0, one.isWhole());
    }

    @Property(tries = 2000)
    void multipliesAndDividesExactly(
            @ForAll @LongRange(min = 0, max = MOST) long a,
            @ForAll @LongRange(min = 1, max = MOST) long b,
            @ForAll @LongRange(min = 1, max = MOST) long c,
            @ForAll @LongRange(min = 1, max = MOST) long d) {
        Fraction product = new Fraction(big(a).multiply(big(c)), big(b).multiply(big(d)));
        assertEquals(product, Ratio.of(a, b).times(c, d).fraction());
        assertEquals(product, Ratio.of(a, b).over(Ratio.of(d, c)).fraction());
        Ratio large = Ratio.of(a, b).times(c, d).times(c, d);
        assertEquals(Ratio.of(a, b).fraction(), large.times(d, c).times(d, c).fraction());
        assertEquals(0, large.times(d, c).times(d, c).compareTo(Ratio.of(a, b)));
    }

    /** x - x c/d - h/2 = (2 a (d - c) - h b d) / (2 b d), with numbers that a long holds and with those whose products it does not. */
    @Property(tries = 2000)
    void takesAShareAndHalvesOffExactly(
            @ForAll @LongRange(min = 0, max = MOST) long a,
            @ForAll @LongRange(min = 1, max = MOST) long b,
            @ForAll @LongRange(min = 0, max = MOST) long c,
            @ForAll @LongRange(min = 1, max = MOST) long d,
            @ForAll @IntRange(min = 0, max = 1000) int halves,
            @ForAll @LongRange(min = 1, max = MOST) long size) {
        long top = a % size;
        long bottom = 1 + b % size;
        long above = c % size;
        long below = 1 + d % size;
        BigInteger under = big(bottom).multiply(big(below)).shiftLeft(1);
        BigInteger kept = big(top).multiply(big(below).subtract(big(above))).shiftLeft(1);
        assertEquals(
                new Fraction(kept.subtract(big(halves).multiply(under.shiftRight(1))), under),
                Ratio.of(top, bottom).less(above, below, halves).fraction());
    }

    @Property(tries = 2000)
    void theLessAndTheMoreAreOneAndTheOther(
            @ForAll @LongRange(min = -MOST, max = MOST) long a,
            @ForAll @LongRange(min = 1, max = MOST) long b,
            @ForAll @LongRange(min = -MOST, max = MOST) long c,
            @ForAll @LongRange(min = 1, max = MOST) long d) {
        Ratio one = Ratio.of(a, b);
        Ratio other = Ratio.of(c, d);
        boolean isLess = big(a).multiply(big(d)).compareTo(big(c).multiply(big(b))) < 0;
        assertEquals((isLess ? one : other).fraction(), one.min(other).fraction());
        assertEquals((isLess ? other : one).fraction(), one.max(other).fraction());
    }

    @Property(tries = 2000)
    void roundsHalfUpExactly(
            @ForAll @LongRange(min = 0, max = MOST) long a,
            @ForAll @LongRange(min = 0, max = MOST) long b,
            @ForAll @LongRange(min = 1, max = MOST) long c) {
        long most = Math.max(1, c / Math.max(1, a));
        long factor = b % most;
        BigInteger[] parts = big(a).multiply(big(factor)).divideAndRemainder(big(c));
        boolean isUp = parts[1].shiftLeft(1).compareTo(big(c)) >= 0;
        assertEquals(isUp ? parts[0].add(BigInteger.ONE) : parts[0], big(Rounding.halfUp(a, factor, c)));
        assertEquals(big(a).multiply(big(b)).min(big(MOST)), big(Rounding.productUpTo(MOST, a, b)));
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
