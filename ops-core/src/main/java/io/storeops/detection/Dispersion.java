package io.storeops.detection;

/**
 * How much further than a Poisson count a figure strays from its forecast, and how likely it makes what was seen: a negative binomial
 * of mean {@code m} and variance {@code m + m^2 / size}, its size estimated from the store's own errors by moments, each error cut at
 * three standard deviations so that faults do not widen it, older ones forgotten.
 *
 * <p>Evidence is the logarithm of the likelihood ratio of a mean {@code factor * m} to a mean {@code m} with one size (Neyman and
 * Pearson 1933; for counts in time see Höhle and Paul, Count data regression charts for the monitoring of surveillance time series,
 * Computational Statistics and Data Analysis 52, 2008). Were the model exact, the chance of evidence above h without a fault would be
 * below e^-h (Wald 1945).
 */
final class Dispersion {
    /** Before anything is learnt: a spread of 40 % beside chance, for the weight of 20 slots. */
    private static final double FIRST_SIZE = 6;

    private static final double FIRST_WEIGHT = 20;

    /** Beyond these the likelihood says no more of use: 90 % of spread, and none. */
    private static final double LEAST_SIZE = 1.2;

    private static final double MOST_SIZE = 200;
    private static final double CUT = 3;

    /** The side of its forecast on which a fault lies. */
    enum Side {
        /** Below. */
        LOW,
        /** Above. */
        HIGH
    }

    private final Side side;
    private final double keep;
    private double excess = FIRST_WEIGHT / FIRST_SIZE;
    private double weight = FIRST_WEIGHT;
    private double size = FIRST_SIZE;

    /** Forgets by half in so many learnt values of its side. */
    Dispersion(Side side, double halfLife) {
        this.side = side;
        keep = FadingMean.keep(halfLife);
    }

    double size() {
        return size;
    }

    /** Learns from a figure of its side, which weighs the more the less of its error is mere chance. */
    void learn(double seen, double expected) {
        double error = seen - expected;
        if (error > 0 != (side == Side.HIGH)) {
            return;
        }
        double cut = CUT * CUT * (expected + expected * expected / size);
        double squared = Math.min(error * error, cut);
        double certainty = expected / (1 + expected);
        double share = certainty * certainty;
        excess = excess * keep + share * (squared - expected) / (expected * expected);
        weight = weight * keep + share;
        excess = Math.max(excess, weight / MOST_SIZE);
        size = Math.max(LEAST_SIZE, weight / excess);
    }

    /** The evidence for a mean that is {@code factor} times the expected one. */
    double evidence(double seen, double expected, double factor, double logFactor) {
        return evidence(seen, expected, size, factor, logFactor);
    }

    /** The same under a size that is given. */
    static double evidence(double seen, double expected, double size, double factor, double logFactor) {
        return seen * logFactor - (seen + size) * Math.log((factor * expected + size) / (expected + size));
    }

    /**
     * How many times the expected figure must have been seen for any evidence of a factor, whatever the size: spares most logarithms.
     * Between the two means the likelihoods are equal at their logarithmic mean L for a Poisson count (an infinite size), and for a
     * smaller size nearer to their geometric mean G, down to G^2 / L.
     */
    static double breakEven(double factor) {
        double logarithmicMean = (factor - 1) / Math.log(factor);
        return factor > 1 ? factor / logarithmicMean : logarithmicMean;
    }

    /** The evidence of nothing at all where something was expected. */
    double evidenceOfNone(double expected) {
        return evidenceOfNone(expected, size);
    }

    /** The same under a size that is given. */
    static double evidenceOfNone(double expected, double size) {
        return size * Math.log1p(expected / size);
    }
}
