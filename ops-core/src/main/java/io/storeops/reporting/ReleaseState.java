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

    /** What can happen to the publication of a slot, one per store, date and boundary. */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<ReleaseState, ReleaseEvent> MACHINE = StateMachine.of(
                    "publication", ReleaseState.class, ReleaseEvent.class)
            .begins(ReleaseEvent.PLAN, PLANNED)
            .on(PLANNED, ReleaseEvent.REACH_BOUNDARY, COLLECTING)
            .on(COLLECTING, ReleaseEvent.COMPLETE, READY)
            .on(COLLECTING, ReleaseEvent.RELEASE_WITH_GAPS, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(COLLECTING, ReleaseEvent.CLOSE_DAY, MISSED)
            .on(READY, ReleaseEvent.RELEASE, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(READY, ReleaseEvent.RELEASE_WITH_GAPS, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(READY, ReleaseEvent.CLOSE_DAY, MISSED)
            .on(MISSED, ReleaseEvent.RELEASE, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(MISSED, ReleaseEvent.RELEASE_WITH_GAPS, QUEUED, Right.COLLECT_AND_RELEASE)
            // Whoever releases once more is given the first release (D71).
            .on(QUEUED, ReleaseEvent.RELEASE, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(QUEUED, ReleaseEvent.RELEASE_WITH_GAPS, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(PUBLISHED, ReleaseEvent.RELEASE, PUBLISHED, Right.COLLECT_AND_RELEASE)
            .on(PUBLISHED, ReleaseEvent.RELEASE_WITH_GAPS, PUBLISHED, Right.COLLECT_AND_RELEASE)
            .on(QUEUED, ReleaseEvent.FAIL, QUEUED)
            .on(QUEUED, ReleaseEvent.ACCEPT, PUBLISHED)
            .on(QUEUED, ReleaseEvent.CORRECT, QUEUED, Right.COLLECT_AND_RELEASE)
            .on(PUBLISHED, ReleaseEvent.CORRECT, PUBLISHED, Right.COLLECT_AND_RELEASE)
            .ends(PUBLISHED, MISSED)
            .build();
}
