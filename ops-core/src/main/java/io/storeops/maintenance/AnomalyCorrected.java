package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;

/**
 * An anomaly is put right. Whatever is not written to a listing, as the end of an activity, is proven by a check of the part that knows it.
 *
 * @param anomaly the anomaly as it is then
 * @param restores whether the approved value was restored; otherwise what departments were told is changed by it (R51, D22)
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record AnomalyCorrected(Anomaly anomaly, boolean restores) implements Fact {
    /** Checks for null. */
    public AnomalyCorrected {
        requireNonNull(anomaly, "anomaly");
    }
}
