package io.storeops.reporting;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;

/**
 * The states of a slot's publication (domain 4.1). They follow from the clock, the readings and the delivery, and are
 * derived, never stored.
 */
public enum ReleaseState {
    /** Its boundary lies ahead. */
    PLANNED,
    /** The boundary is reached; readings are missing. */
    COLLECTING,
    /** All required readings are in. */
    READY,
    /** Decided; the channel has not accepted it yet. */
    QUEUED,
    /** The channel accepted it. */
    PUBLISHED,
    /** The day is long closed and nothing was ever sent; it can still be released, late. */
    MISSED;

    /** A person releases a boundary that is complete. */
    static final String RELEASE = "RELEASE";

    /** A person releases a boundary and confirms what is missing. */
    static final String RELEASE_WITH_GAPS = "RELEASE_WITH_GAPS";

    /** A person releases a further version (R28). */
    static final String CORRECT = "RELEASE_CORRECTION";

    /** What can happen to the publication of a slot, one per store, date and boundary. */
    public static final StateMachine<ReleaseState> MACHINE = StateMachine.of("publication", ReleaseState.class)
            .begins("PLAN", PLANNED)
            .on(PLANNED, "REACH_BOUNDARY", COLLECTING)
            .on(COLLECTING, "COMPLETE", READY)
            .on(COLLECTING, RELEASE_WITH_GAPS, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(COLLECTING, "CLOSE_DAY", MISSED)
            .on(READY, RELEASE, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(READY, RELEASE_WITH_GAPS, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(READY, "CLOSE_DAY", MISSED)
            .on(MISSED, RELEASE, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(MISSED, RELEASE_WITH_GAPS, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(QUEUED, "FAIL", QUEUED)
            .on(QUEUED, "ACCEPT", PUBLISHED)
            .on(QUEUED, CORRECT, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(PUBLISHED, CORRECT, PUBLISHED, Right.COLLECT_AND_RELEASE)
            .ends(PUBLISHED, MISSED)
            .build();
}
