package io.storeops.publishing;

/** The states of a delivery. SENT, REJECTED and a held UNKNOWN wait for nothing; UNKNOWN and REJECTED wait for a person. */
public enum DeliveryState {
    /** Waits for its turn. */
    PENDING,
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
     * @return true for SENT, REJECTED and UNKNOWN
     */
    public boolean settled() {
        return this == SENT || this == REJECTED || this == UNKNOWN;
    }
}
