package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is read of a score or a rate: counted by us or by the marketplace, or stated by it as one figure. Kept as the exact quotient.
 * Immutable.
 *
 * @param quotient the figure; empty if none was read
 * @param definition the word for what was divided by what, as the source says it; empty if it does not say
 * @param window the time that was counted over, as the source says it; empty if it does not say
 */
public record Tally(Optional<Quotient> quotient, Optional<String> definition, Optional<Period> window) {
    /** Checks for null. */
    public Tally {
        requireNonNull(quotient, "quotient");
        requireNonNull(definition, "definition");
        requireNonNull(window, "window");
    }

    /**
     * An exact quotient.
     *
     * @param dividend what is divided: the sum of the votes, the refunds
     * @param divisor by what: the votes, the paid orders; 0 or more, and 1 for a figure that was stated
     * @param sample how many were counted; empty if the source states a figure and not of how many
     */
    public record Quotient(BigDecimal dividend, BigDecimal divisor, OptionalLong sample) {
        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if the divisor or the sample is negative
         */
        public Quotient {
            requireNonNull(dividend, "dividend");
            requireNonNull(sample, "sample");
            if (divisor.signum() < 0 || sample.orElse(0) < 0) {
                throw new IllegalArgumentException(
                        "What is counted is 0 or more, not " + divisor + " with a sample of " + sample);
            }
        }
    }

    /**
     * Counted things.
     *
     * @param dividend what is divided: the sum of the votes, the refunds
     * @param count by what, 0 or more: the votes, the paid orders
     * @return the tally, without definition and window
     * @throws IllegalArgumentException if the count is negative
     */
    public static Tally counted(BigDecimal dividend, long count) {
        return of(new Quotient(dividend, BigDecimal.valueOf(count), OptionalLong.of(count)));
    }

    /**
     * A figure as the marketplace states it, without saying of how many. Such a figure has no sample that it could be below.
     *
     * @param figure the score, or the rate as a fraction
     * @return the tally, without definition and window
     */
    public static Tally stated(BigDecimal figure) {
        return of(new Quotient(figure, BigDecimal.ONE, OptionalLong.empty()));
    }

    /**
     * A figure as the marketplace states it, and of how many.
     *
     * @param figure the score, or the rate as a fraction
     * @param sample the votes, reviews or orders behind it, 0 or more
     * @return the tally, without definition and window
     * @throws IllegalArgumentException if the sample is negative
     */
    public static Tally stated(BigDecimal figure, long sample) {
        return of(new Quotient(figure, BigDecimal.ONE, OptionalLong.of(sample)));
    }

    /**
     * No figure.
     *
     * @return the tally, without definition and window
     */
    public static Tally missing() {
        return new Tally(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Tally of(Quotient quotient) {
        return new Tally(Optional.of(quotient), Optional.empty(), Optional.empty());
    }

    /**
     * The same, and how the source says it was counted.
     *
     * @param word the word for what was divided by what
     * @param time the time that was counted over
     * @return the tally
     */
    public Tally by(String word, Period time) {
        return new Tally(quotient, Optional.of(word), Optional.of(time));
    }
}
