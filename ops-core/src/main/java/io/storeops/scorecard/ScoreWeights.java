package io.storeops.scorecard;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What somebody has each key figure weigh, for a total of a scorecard (A17). Immutable.
 *
 * @param weights the weight of each figure, 1 or more, copied; a figure without one does not count
 */
public record ScoreWeights(SortedMap<Kpi, Integer> weights) {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /**
     * Copies the weights.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public ScoreWeights {
        weights = ImmutableSortedMap.copyOf(weights);
        weights.forEach((kpi, weight) -> {
            if (weight < 1) {
                throw new IllegalArgumentException("The weight of " + kpi.id() + " is 1 or more, not " + weight
                        + "; leave out what does not count");
            }
        });
    }

    /**
     * The weighted mean of the raw figures. What is not applicable is left out, with its weight: of N/A and 80 % the mean is 80 % (D68).
     *
     * @param scorecard the figures
     * @return percent, half-up to two decimals, computed exactly; empty if no figure with a weight is applicable
     */
    public Optional<BigDecimal> mean(Scorecard scorecard) {
        BigInteger n = BigInteger.ZERO;
        BigInteger d = BigInteger.ONE;
        BigInteger all = BigInteger.ZERO;
        for (Map.Entry<Kpi, Integer> each : weights.entrySet()) {
            Optional<Ratio> ratio =
                    scorecard.find(each.getKey()).map(ScoreLine::raw).filter(applicable -> applicable.d() > 0);
            if (ratio.isPresent()) {
                BigInteger weight = BigInteger.valueOf(each.getValue());
                BigInteger divisor = BigInteger.valueOf(ratio.get().d());
                n = n.multiply(divisor)
                        .add(d.multiply(weight)
                                .multiply(BigInteger.valueOf(ratio.get().n())));
                d = d.multiply(divisor);
                all = all.add(weight);
            }
        }
        return all.signum() == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(n.multiply(HUNDRED))
                        .divide(new BigDecimal(d.multiply(all)), 2, RoundingMode.HALF_UP));
    }
}
