package io.storeops.maintenance;

/** What became of something that was found. */
public enum Remark {
    /** It is an anomaly of its own. */
    FOUND,
    /** It was closed shortly before, and is open again as a new episode (D14). */
    REOPENED,
    /** It is known and open; an observation was added. */
    OBSERVATION,
    /** One of the whole store stands for it (D24). */
    COVERED,
    /** A decision takes it as it is; an observation was added (D15). */
    ACCEPTED_UNTIL,
    /** It was found in silence; an observation was counted apart (D27). */
    SILENCED
}
