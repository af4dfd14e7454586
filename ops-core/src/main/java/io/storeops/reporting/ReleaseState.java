package io.storeops.reporting;

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
    MISSED
}
