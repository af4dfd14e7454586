package io.storeops.scorecard;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Target;
import io.storeops.kpi.Ratio;
import java.time.Instant;

/**
 * A record that a key figure counts: the way from the figure to its evidence, which is attached to the same target. Immutable.
 *
 * @param target the record
 * @param counted what it adds to n and to d
 * @param excused how much of what it lacks in n the excused figure leaves out of d (D66)
 * @param due when it was due, for the period that it belongs to
 */
public record CountedRecord(Target target, Ratio counted, long excused, Instant due) {
    /** Checks for null. */
    public CountedRecord {
        requireNonNull(target, "target");
        requireNonNull(counted, "counted");
        requireNonNull(due, "due");
    }

    /**
     * Whether all of it is counted in.
     *
     * @return false if it is counted out, or in part
     */
    public boolean in() {
        return counted.n() >= counted.d();
    }
}
