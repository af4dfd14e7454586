package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * DSR (店铺动态评分) and whatever score the roster names (D29): broken where the mean of the votes, rounded half-up to the indicator's
 * decimals, is on the bad side of the base (R46, D4). It is rounded once, from the exact quotient. A score exactly 100 times or a hundredth
 * of its base is named as a unit error.
 *
 * @param key category and metric of the indicator
 * @param limits what it is compared with
 */
public record ScoreRule(RuleKey key, Limits limits) implements InspectionRule<Tally> {
    /** Checks for null. */
    public ScoreRule {
        requireNonNull(key, "key");
        requireNonNull(limits, "limits");
    }

    @Override
    public Judgement judge(Instant asOf, Tally read) {
        if (read.quotient().isEmpty()) {
            return Compared.of(key, asOf).missing();
        }
        Tally.Quotient figure = read.quotient().get();
        Optional<Value> base = limits.base().map(Value.Decimal::new);
        if (figure.divisor().signum() == 0) {
            Compared empty = new Compared(key, asOf, Optional.empty(), base);
            return limits.findObstacle(empty, read, figure).orElseThrow();
        }
        BigDecimal score = figure.dividend()
                .divide(figure.divisor(), Math.toIntExact(limits.counting().decimals()), RoundingMode.HALF_UP);
        Compared compared = Limits.beside(key, asOf, new Value.Decimal(score), base);
        return limits.findObstacle(compared, read, figure)
                .orElseGet(() -> compared(compared, figure, score, limits.base().orElseThrow()));
    }

    private Judgement compared(Compared compared, Tally.Quotient figure, BigDecimal score, BigDecimal limit) {
        int toBase = score.compareTo(limit);
        // The exact quotient, because a hundredth of a score has lost its last digits once it is rounded.
        return UnitError.between(figure.dividend(), limit.multiply(figure.divisor()))
                .map(error -> compared.otherUnit(error, toBase == (limits.below() ? -1 : 1)))
                .orElseGet(() -> limits.judge(compared, toBase, score.compareTo(limits.clearing(limit))));
    }
}
