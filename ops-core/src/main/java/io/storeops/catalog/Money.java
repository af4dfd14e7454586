package io.storeops.catalog;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of a currency in whole minor units (分 for CNY). Immutable. Never rounds: what does not fit is refused.
 *
 * @param minor the amount in minor units, negative for what is owed back
 * @param currency the currency
 */
public record Money(long minor, Currency currency) {
    /** Checks for null. */
    public Money {
        requireNonNull(currency, "currency");
    }

    /**
     * An amount in minor units.
     *
     * @param minor the amount in minor units
     * @param currency the currency
     * @return the money
     */
    public static Money ofMinor(long minor, Currency currency) {
        return new Money(minor, currency);
    }

    /**
     * An amount in major units, as in 25.95.
     *
     * @param major the amount, with no more decimals than the currency has
     * @param currency the currency
     * @return the money
     * @throws IllegalArgumentException if there are more decimals than the currency has, or it exceeds 64 bits
     */
    public static Money of(BigDecimal major, Currency currency) {
        try {
            return new Money(major.movePointRight(digits(currency)).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    major + " is not an amount of " + currency + " (expected at most " + digits(currency)
                            + " decimals)",
                    e);
        }
    }

    /**
     * How many decimals a currency has.
     *
     * @param currency the currency
     * @return 0 or more; 0 of one that has no minor unit
     */
    public static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /**
     * The sum.
     *
     * @param other money of the same currency
     * @return this and the other
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the sum exceeds 64 bits
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Currencies differ: " + currency + "/" + other.currency);
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    /**
     * The opposite amount.
     *
     * @return the money
     */
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /**
     * The amount in major units.
     *
     * @return with as many decimals as the currency has
     */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    /** The money as text: {@code CNY 25.95}. */
    @Override
    public String toString() {
        return currency + " " + major().toPlainString();
    }
}
