package io.storeops.publishing;

/** The states of a delivery. SENT waits for nothing; BY_HAND, UNKNOWN and REJECTED wait for a person. */
public enum DeliveryState {
    /** Waits for its turn. */
    PENDING,
    /** Waits for a person who sends it, to a channel without an interface, and says so (D59). */
    BY_HAND,
    /** A worker has it until its lease ends; nothing was sent. */
    CLAIMED,
    /** Committed before the first byte leaves; from here on only the channel knows. */
    SENDING,
    /** The channel accepted it. */
    SENT,
    /** The channel proved that it will not take it. */
    REJECTED,
    /** Nobody can know. Never guessed, never sent again by itself unless the channel removes repeats. */
    UNKNOWN;

    /**
     * Whether the outbox has nothing more to do by itself.
     *
     * @return true for SENT, REJECTED, UNKNOWN and BY_HAND
     */
    public boolean settled() {
        return this == SENT || this == REJECTED || this == UNKNOWN || this == BY_HAND;
    }

    /**
     * Whether it is still to be sent, by the outbox or by a person, so that a second message would be one too many.
     *
     * @return true for PENDING, BY_HAND, CLAIMED and SENDING
     */
    public boolean onItsWay() {
        return this == BY_HAND || !settled();
    }
}
