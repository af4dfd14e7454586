package io.storeops.scorecard;

import static java.util.Objects.requireNonNull;

import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;

/**
 * One key figure of a scorecard. Immutable.
 *
 * @param kpi which
 * @param raw counted in / counted; undefined means "not applicable", neither 0 nor 100
 * @param excused the same without what is excused (D66); shown beside the raw figure, which is the one that counts
 */
public record ScoreLine(Kpi kpi, Ratio raw, Ratio excused) {
    /** Checks for null. */
    public ScoreLine {
        requireNonNull(kpi, "kpi");
        requireNonNull(raw, "raw");
        requireNonNull(excused, "excused");
    }
}
