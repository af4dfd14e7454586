package io.storeops.kpi;

import static java.util.Objects.requireNonNull;

/**
 * An assessed measure with its numbers.
 *
 * @param kpi which measure
 * @param ratio counted in / counted; undefined means "not applicable", neither 0 nor 100
 */
public record Score(Kpi kpi, Ratio ratio) {
    /** Checks for null. */
    public Score {
        requireNonNull(kpi, "kpi");
        requireNonNull(ratio, "ratio");
    }

    /** The score as text: {@code K1.4 12/13 92.31%}, or {@code N/A} where nothing counts. */
    @Override
    public String toString() {
        return kpi.id() + " " + ratio.n() + "/" + ratio.d() + " " + ratio.text("N/A");
    }
}
