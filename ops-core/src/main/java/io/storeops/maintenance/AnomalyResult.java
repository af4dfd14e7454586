package io.storeops.maintenance;

/** What came of an episode of an anomaly. */
public enum AnomalyResult {
    /** It was put right, and the others were told. */
    CORRECTED,
    /** What was decided is done. */
    DONE,
    /** It is left as it is for now, by decision. */
    HOLD,
    /** It is taken as it is, by decision. */
    ACCEPTED,
    /** It went away by itself (D19, D87). */
    SELF_RECOVERED,
    /** It was a false alarm. */
    DISMISSED
}
