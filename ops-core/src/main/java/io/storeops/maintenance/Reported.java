package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What became of a report.
 *
 * @param remark what
 * @param anomaly the anomaly as the report left it; empty if it was silenced and there is none
 * @param episode the episode of it; empty without one
 * @param silenced how often the same was found in silence by then, 0 or more
 */
public record Reported(Remark remark, Optional<Anomaly> anomaly, Optional<Episode> episode, int silenced) {
    /** Checks for null. */
    public Reported {
        requireNonNull(remark, "remark");
        requireNonNull(anomaly, "anomaly");
        requireNonNull(episode, "episode");
    }
}
