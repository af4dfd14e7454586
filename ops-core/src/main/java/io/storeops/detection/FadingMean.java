package io.storeops.detection;

/** An exponentially weighted mean: what each value weighs is halved by so many later ones. */
final class FadingMean {
    private final double keep;
    private double sum;
    private double weight;

    FadingMean(double halfLife) {
        keep = keep(halfLife);
    }

    /** What one value leaves of the weight of those before it. */
    static double keep(double halfLife) {
        return Math.pow(0.5, 1 / halfLife);
    }

    void add(double value) {
        sum = sum * keep + value;
        weight = weight * keep + 1;
    }

    /** The mean, or what is usual before the first value. */
    double or(double usual) {
        return weight > 0 ? sum / weight : usual;
    }
}
