package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.SalesTarget;
import io.storeops.kpi.Score;

/**
 * A sales target with what was reached so far (R14).
 *
 * @param target the target
 * @param actualMinor the paid amount of its period as far as it is known, in minor units of the store's currency; a day without
 *     readings, or with a gap in direct values, adds nothing
 */
public record Attainment(SalesTarget target, long actualMinor) {
    /** Checks for null. */
    public Attainment {
        requireNonNull(target, "target");
    }

    /**
     * Actual / target.
     *
     * @return the score T
     */
    public Score score() {
        return target.attainment(actualMinor);
    }

    /**
     * Whether the target is met.
     *
     * @return true if the actual amount is at least the target
     */
    public boolean met() {
        return target.metBy(actualMinor);
    }

    /**
     * What is missing.
     *
     * @return minor units, 0 once met
     */
    public long gapMinor() {
        return target.gap(actualMinor);
    }
}
