package io.storeops.listing;

/** What can happen to a change of an approved price (D93). */
public enum PriceEvent {
    /** Somebody sets a price that nobody else has to look at. */
    SET,
    /** Somebody sets a price that somebody else has to release (D26). */
    HOLD,
    /** Somebody else releases it. */
    RELEASE,
    /** It is taken back. */
    WITHDRAW,
    /** The next price comes into force. */
    SUPERSEDE
}
