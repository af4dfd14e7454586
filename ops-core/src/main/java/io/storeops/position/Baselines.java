package io.storeops.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The base values (基础值) that figures are compared with [A] (R38, A2, A18). A roster names those that it wants compared; what
 * has no base value is not judged. Each decimal is 0 or more, with at most 12 digits before and after the point, and keeps the
 * precision with which it was written; rates are fractions, 0.02 is 2 %. Immutable.
 *
 * @param dsr the detailed seller rating below which there is an anomaly, on the scale of 1 to 5
 * @param badReviewRate the share of bad reviews above which there is an anomaly
 * @param refundRate the refund rate above which there is an anomaly
 * @param refundWindowDays the window of the refund rate in days, 1 or more
 * @param competitorPriceMove the move of a rival's price, as a share of the earlier price, from which on there is an anomaly
 * @param competitorSalesMove the rise of a rival's sales, as a share of what they were, from which on there is an anomaly; the job
 *     names sales as something to watch and no figure (D16), the default roster's 0.5 is what a campaign brings and a good week
 *     does not
 * @param activityExpiryWarning how long before an activity's end the warning comes, 0 or more
 */
public record Baselines(
        Optional<BigDecimal> dsr,
        Optional<BigDecimal> badReviewRate,
        Optional<BigDecimal> refundRate,
        Optional<Long> refundWindowDays,
        Optional<BigDecimal> competitorPriceMove,
        Optional<BigDecimal> competitorSalesMove,
        Optional<Duration> activityExpiryWarning) {
    private static final int DIGITS = 12;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is out of range
     */
    public Baselines {
        requireNonNull(refundWindowDays, "refundWindowDays");
        requireNonNull(activityExpiryWarning, "activityExpiryWarning");
        Stream.of(dsr, badReviewRate, refundRate, competitorPriceMove, competitorSalesMove)
                .flatMap(Optional::stream)
                .forEach(Baselines::decimal);
        if (refundWindowDays.isPresent() && refundWindowDays.get() < 1) {
            throw new IllegalArgumentException(
                    "The window of the refund rate is 1 day or more, not " + refundWindowDays.get());
        }
        if (activityExpiryWarning.isPresent() && activityExpiryWarning.get().isNegative()) {
            throw new IllegalArgumentException(
                    "The warning of an activity's end comes 0 or more before it, not " + activityExpiryWarning.get());
        }
    }

    /**
     * No base value at all.
     *
     * @return the base values
     */
    public static Baselines none() {
        return new Baselines(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Checks a decimal of the roster: 0 or more, and neither longer nor finer than a document can say. */
    static BigDecimal decimal(BigDecimal value) {
        if (value.signum() < 0
                || value.scale() < 0
                || value.scale() > DIGITS
                || value.precision() - value.scale() > DIGITS) {
            throw new IllegalArgumentException("A decimal of the roster is 0 or more with at most " + DIGITS
                    + " digits before and after the point, not " + value);
        }
        return value;
    }
}
