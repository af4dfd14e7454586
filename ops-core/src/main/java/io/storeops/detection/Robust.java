package io.storeops.detection;

import java.util.Arrays;

/** What of a sample a few odd values do not move. */
final class Robust {
    /** The median absolute deviation of a normal distribution, times this, is its standard deviation. */
    private static final double MAD_TO_DEVIATION = 1.4826;

    private Robust() {}

    /** The median of one value or more. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The standard deviation as the median distance from the median tells it. */
    static double deviation(double[] values, double median) {
        double[] apart = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            apart[i] = Math.abs(values[i] - median);
        }
        return MAD_TO_DEVIATION * median(apart);
    }
}
