package io.storeops.feed;

/** How much of what was asked for a source gave. An adapter that cannot tell says UNKNOWN, never COMPLETE. */
public enum Coverage {
    /** The source proved that this is everything. */
    COMPLETE,
    /** The source said, or it shows, that something is missing. */
    PARTIAL,
    /** The source does not say. */
    UNKNOWN;

    /**
     * That of two sources together.
     *
     * @param other the other's
     * @return the worse one: PARTIAL if either is, else UNKNOWN if either is
     */
    public Coverage and(Coverage other) {
        if (this == PARTIAL || other == PARTIAL) {
            return PARTIAL;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : COMPLETE;
    }
}
