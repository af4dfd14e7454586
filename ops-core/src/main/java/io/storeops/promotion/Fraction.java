package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact amount of minor units, as in 18700/3. Immutable; in lowest terms, so that equal amounts are equal.
 *
 * @param numerator what is above the line
 * @param denominator what is below it, 1 or more
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    /**
     * Takes it to lowest terms.
     *
     * @throws IllegalArgumentException if the denominator is 0 or less
     */
    public Fraction {
        requireNonNull(numerator, "numerator");
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException(
                    "The denominator of " + numerator + "/" + denominator + " is not above 0");
        }
        BigInteger shared = numerator.bitLength() < Long.SIZE - 1 && denominator.bitLength() < Long.SIZE - 1
                ? BigInteger.valueOf(Ratio.common(Math.abs(numerator.longValue()), denominator.longValue()))
                : numerator.gcd(denominator);
        if (!shared.equals(BigInteger.ONE)) {
            numerator = numerator.divide(shared);
            denominator = denominator.divide(shared);
        }
    }

    /**
     * A fraction of whole numbers.
     *
     * @param numerator what is above the line
     * @param denominator what is below it, 1 or more
     * @return the fraction
     * @throws IllegalArgumentException if the denominator is 0 or less
     */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Reads what {@code toString} writes.
     *
     * @param text as in {@code 18700/3} or {@code 6900}
     * @return the fraction
     * @throws IllegalArgumentException if it is none
     */
    public static Fraction parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new Fraction(new BigInteger(text), BigInteger.ONE)
                : new Fraction(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }

    /**
     * The same less a whole amount.
     *
     * @param minor the amount in minor units
     * @return the difference, which may be below 0
     */
    public Fraction less(long minor) {
        return new Fraction(numerator.subtract(denominator.multiply(BigInteger.valueOf(minor))), denominator);
    }

    /**
     * Whether it is less than a whole amount, as an income is than a floor.
     *
     * @param minor the amount in minor units
     * @return true if it is less, by however little
     */
    public boolean isBelow(long minor) {
        return numerator.compareTo(denominator.multiply(BigInteger.valueOf(minor))) < 0;
    }

    /**
     * The amount in major units, rounded <em>down</em>, so that what is shown as the floor is not below it.
     *
     * @param minorDigits how many decimals the currency has, 0 to 9
     * @return as in {@code 62.33} for 18700/3 and two digits
     * @throws IllegalArgumentException if the number of digits is out of range
     */
    public String shown(int minorDigits) {
        if (minorDigits < 0 || minorDigits > 9) {
            throw new IllegalArgumentException("A currency has 0 to 9 decimals, not " + minorDigits);
        }
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return new BigDecimal(floor, minorDigits).toPlainString();
    }

    /**
     * The amount as a decimal number of minor units, rounded half-up.
     *
     * @param decimals how many decimals, 0 or more
     * @return as in {@code 6233.33} for 18700/3 and two decimals
     */
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** As in {@code 18700/3}, or {@code 6900} for a whole one. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
