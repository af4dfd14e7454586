package io.storeops.feed;

/** How much of what was asked for a source gave. An adapter that cannot tell says UNKNOWN, never COMPLETE. */
public enum Coverage {
    /** The source proved that this is everything. */
    COMPLETE,
    /** The source said, or it shows, that something is missing. */
    PARTIAL,
    /** The source does not say. */
    UNKNOWN
}
