package io.storeops.promotion;

import java.math.BigInteger;

/** Whole-number arithmetic that rounds as the price model does. */
final class Rounding {
    private Rounding() {}

    /** a times b over c, rounded half-up to a whole number; a and b 0 or more, c above 0, and the result one of 64 bits. */
    static long halfUp(long a, long b, long c) {
        long product = a * b;
        if (Math.multiplyHigh(a, b) == 0 && product >= 0) {
            long whole = product / c;
            long rest = product - whole * c;
            return rest >= c - rest ? whole + 1 : whole;
        }
        BigInteger divisor = BigInteger.valueOf(c);
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .shiftLeft(1)
                .add(divisor)
                .divide(divisor.shiftLeft(1))
                .longValueExact();
    }

    /** a times b, or the limit if that is less; all 0 or more. */
    static long productUpTo(long limit, long a, long b) {
        long product = a * b;
        return Math.multiplyHigh(a, b) != 0 || product < 0 ? limit : Math.min(limit, product);
    }
}
