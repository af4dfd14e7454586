package io.storeops.promotion;

import java.math.BigInteger;

/**
 * An exact rational for long calculations: two longs while they hold it, big integers when they do not. It is not kept in lowest terms,
 * since finding the common divisor costs more than all the rest of a step; {@link #fraction} is.
 */
final class Ratio {
    static final Ratio ZERO = of(0);

    private final long top;
    private final long bottom;

    /** The value where the longs cannot hold it; then they are 0. */
    private final BigInteger bigTop;

    private final BigInteger bigBottom;

    private Ratio(long top, long bottom) {
        this.top = top;
        this.bottom = bottom;
        this.bigTop = BigInteger.ZERO;
        this.bigBottom = BigInteger.ZERO;
    }

    private Ratio(BigInteger top, BigInteger bottom) {
        this.top = 0;
        this.bottom = 0;
        this.bigTop = top;
        this.bigBottom = bottom;
    }

    static Ratio of(Fraction fraction) {
        return of(fraction.numerator(), fraction.denominator());
    }

    static Ratio of(long whole) {
        return new Ratio(whole, 1);
    }

    /** A quotient; what is below the line is above 0. */
    static Ratio of(long top, long bottom) {
        return new Ratio(top, bottom);
    }

    private static Ratio of(BigInteger top, BigInteger bottom) {
        BigInteger shared = top.gcd(bottom);
        BigInteger least = top.divide(shared);
        BigInteger below = bottom.divide(shared);
        return least.bitLength() < Long.SIZE - 1 && below.bitLength() < Long.SIZE - 1
                ? new Ratio(least.longValue(), below.longValue())
                : new Ratio(least, below);
    }

    private boolean isSmall() {
        return bottom != 0;
    }

    private BigInteger above() {
        return isSmall() ? BigInteger.valueOf(top) : bigTop;
    }

    private BigInteger below() {
        return isSmall() ? BigInteger.valueOf(bottom) : bigBottom;
    }

    /** Whether a long holds the product and its opposite. */
    private static boolean fits(long a, long b) {
        long product = a * b;
        return product != Long.MIN_VALUE && Math.multiplyHigh(a, b) == product >> (Long.SIZE - 1);
    }

    Ratio plus(Ratio other) {
        return sum(other.top, other, false);
    }

    Ratio minus(Ratio other) {
        return sum(-other.top, other, true);
    }

    private Ratio sum(long signed, Ratio other, boolean negated) {
        if (isSmall() && other.isSmall()) {
            // One is often made of the other, so its denominator is a multiple; to divide costs more than all the rest.
            boolean isEqual = other.bottom == bottom;
            boolean isMultiple = isEqual || bottom == 1 || (other.bottom > bottom && other.bottom % bottom == 0);
            boolean isDivisor = isEqual || other.bottom == 1 || (bottom > other.bottom && bottom % other.bottom == 0);
            long mine = isDivisor ? 1 : isMultiple ? other.bottom / bottom : other.bottom;
            long its = isMultiple ? 1 : isDivisor ? bottom / other.bottom : bottom;
            if (fits(top, mine) && fits(signed, its) && fits(bottom, mine)) {
                long left = top * mine;
                long right = signed * its;
                long total = left + right;
                if (((left ^ total) & (right ^ total)) >= 0 && total != Long.MIN_VALUE) {
                    return new Ratio(total, bottom * mine);
                }
            }
        }
        BigInteger its = other.above().multiply(below());
        return of(above().multiply(other.below()).add(negated ? its.negate() : its), below().multiply(other.below()));
    }

    /** What is left of it after a share above/below of it, 0 to 1, and some halves: in one step, since most calculations are this. */
    Ratio less(long above, long below, int halves) {
        if (isSmall() && fits(top, below - above) && fits(bottom, below)) {
            long kept = top * (below - above);
            long under = bottom * below;
            if (halves == 0) {
                return new Ratio(kept, under);
            }
            if ((under & 1) == 0 && fits(under / 2, halves)) {
                long less = under / 2 * halves;
                long left = kept - less;
                if (((kept ^ less) & (kept ^ left)) >= 0 && left != Long.MIN_VALUE) {
                    return new Ratio(left, under);
                }
            }
        }
        return minus(times(above, below)).minus(of(halves, 2));
    }

    /** This times above/below, of which the latter is above 0. */
    Ratio times(long above, long below) {
        if (isSmall() && fits(top, above) && fits(bottom, below)) {
            return new Ratio(top * above, bottom * below);
        }
        return of(above().multiply(BigInteger.valueOf(above)), below().multiply(BigInteger.valueOf(below)));
    }

    Ratio times(Ratio other) {
        if (isSmall() && other.isSmall()) {
            return times(other.top, other.bottom);
        }
        return of(above().multiply(other.above()), below().multiply(other.below()));
    }

    /** This divided by a value above 0. */
    Ratio over(Ratio other) {
        if (isSmall() && other.isSmall()) {
            return times(other.bottom, other.top);
        }
        return of(above().multiply(other.below()), below().multiply(other.above()));
    }

    int compareTo(Ratio other) {
        if (isSmall() && other.isSmall()) {
            if (bottom == other.bottom) {
                return Long.compare(top, other.top);
            }
            int high = Long.compare(Math.multiplyHigh(top, other.bottom), Math.multiplyHigh(other.top, bottom));
            return high != 0 ? high : Long.compareUnsigned(top * other.bottom, other.top * bottom);
        }
        return above().multiply(other.below()).compareTo(other.above().multiply(below()));
    }

    Ratio min(Ratio other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Ratio max(Ratio other) {
        return compareTo(other) >= 0 ? this : other;
    }

    int signum() {
        return isSmall() ? Long.signum(top) : bigTop.signum();
    }

    /** Whether it is a whole number that a long holds. */
    boolean isWhole() {
        return bottom == 1 || (isSmall() && top % bottom == 0);
    }

    /** The whole number that it is. */
    long whole() {
        return top / bottom;
    }

    Fraction fraction() {
        if (isSmall()) {
            return Fraction.of(top, bottom);
        }
        return new Fraction(bigTop, bigBottom);
    }

    /** The greatest common divisor of a number that is 0 or more and one that is above 0. */
    static long common(long a, long b) {
        if (a == 0) {
            return b;
        }
        int twos = Long.numberOfTrailingZeros(a | b);
        long one = a >> Long.numberOfTrailingZeros(a);
        long other = b;
        while (other != 0) {
            other >>= Long.numberOfTrailingZeros(other);
            long less = Math.min(one, other);
            other = Math.max(one, other) - less;
            one = less;
        }
        return one << twos;
    }

    @Override
    public String toString() {
        return fraction().toString();
    }
}
