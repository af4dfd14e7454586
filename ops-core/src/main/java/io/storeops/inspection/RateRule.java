package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * REVIEWS (评价), REFUND_RATE (退款率) and whatever rate the roster names (D29): broken where the exact fraction is on the bad side of the
 * base (D4); a fraction equal to the base is good. A rate that the marketplace states, exactly 100 times or a hundredth of its base, is
 * named as a unit error; one that was counted has no unit to be wrong.
 *
 * @param key category and metric of the indicator
 * @param limits what it is compared with
 */
public record RateRule(RuleKey key, Limits limits) implements InspectionRule<Tally> {
    /** Checks for null. */
    public RateRule {
        requireNonNull(key, "key");
        requireNonNull(limits, "limits");
    }

    @Override
    public Judgement judge(Instant asOf, Tally read) {
        if (read.quotient().isEmpty()) {
            return Compared.of(key, asOf).missing();
        }
        Tally.Quotient figure = read.quotient().get();
        Optional<Value> base = limits.base().map(limit -> new Value.Share(limit, BigDecimal.ONE));
        Compared compared = figure.divisor().signum() == 0
                ? new Compared(key, asOf, Optional.empty(), base)
                : Limits.beside(key, asOf, new Value.Share(figure.dividend(), figure.divisor()), base);
        return limits.findObstacle(compared, read, figure)
                .orElseGet(() -> compared(compared, figure, limits.base().orElseThrow()));
    }

    private Judgement compared(Compared compared, Tally.Quotient figure, BigDecimal limit) {
        int toBase = side(figure, limit);
        boolean counted = figure.divisor().compareTo(BigDecimal.ONE) != 0;
        return (counted ? Optional.<Phrase>empty() : UnitError.between(figure.dividend(), limit))
                .map(error -> compared.otherUnit(error, toBase == (limits.below() ? -1 : 1)))
                .orElseGet(() -> limits.judge(compared, toBase, side(figure, limits.clearing(limit))));
    }

    private static int side(Tally.Quotient figure, BigDecimal limit) {
        return figure.dividend().compareTo(limit.multiply(figure.divisor()));
    }
}
