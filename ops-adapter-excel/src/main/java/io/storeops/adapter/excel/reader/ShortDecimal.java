package io.storeops.adapter.excel.reader;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The number that a spreadsheet meant by a binary one: the decimal of fewest digits, but not fewer than 15, that is nearest to it and to
 * no other. Not by {@link Double#toString}, which before JDK 19 has a digit too many now and then.
 */
final class ShortDecimal {
    private static final int FEWEST_DIGITS = 15;
    private static final int MOST_DIGITS = 17;
    private static final double CENTS = 100;
    private static final double MOST_CENTS = 1e15;

    private ShortDecimal() {}

    /**
     * The decimal, without zeros at its end behind the point.
     *
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    static BigDecimal of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("'" + value + "' is not a number");
        }
        // Division is exact to the nearest, so an amount that it gives back is the decimal; nearly all numbers are
        // such.
        double cents = Math.rint(value * CENTS);
        if (Math.abs(cents) < MOST_CENTS && cents / CENTS == value) {
            return plain(BigDecimal.valueOf((long) cents, 2));
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(MOST_DIGITS)));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
