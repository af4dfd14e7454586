package io.storeops.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A ratio of two whole numbers, rounded only when shown. Never averaged: ratios are added up by adding their numerators and
 * their denominators.
 *
 * @param n the numerator
 * @param d the denominator, 0 or more; with 0 the ratio is undefined
 */
public record Ratio(long n, long d) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the denominator is negative
     */
    public Ratio {
        if (d < 0) {
            throw new IllegalArgumentException("A denominator is 0 or more, not " + d);
        }
    }

    /**
     * The ratio of two numbers.
     *
     * @param n the numerator
     * @param d the denominator, 0 or more
     * @return the ratio
     */
    public static Ratio of(long n, long d) {
        return new Ratio(n, d);
    }

    /**
     * 100 n/d, half-up to two decimals.
     *
     * @return the percent, empty if the ratio is undefined
     */
    public Optional<BigDecimal> percent() {
        return d == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(n)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(d), 2, RoundingMode.HALF_UP));
    }

    /**
     * The percent as text.
     *
     * @param undefined what to show where the ratio is undefined, as in "-" or "N/A"
     * @return as in {@code 8.26%}
     */
    public String text(String undefined) {
        return percent().map(value -> value.toPlainString() + "%").orElse(undefined);
    }

    /**
     * The sum of numerators over the sum of denominators.
     *
     * @param other another ratio of the same measure
     * @return the ratio of both together
     * @throws ArithmeticException if a sum exceeds 64 bits
     */
    public Ratio and(Ratio other) {
        return of(Math.addExact(n, other.n), Math.addExact(d, other.d));
    }
}
