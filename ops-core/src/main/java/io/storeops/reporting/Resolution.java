package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What a person found out about a message of which nobody could know. */
public sealed interface Resolution {
    /**
     * It is in the channel.
     *
     * @param receipt how the person knows, as in a screenshot's name
     * @param at when it was accepted
     */
    record Arrived(String receipt, Instant at) implements Resolution {
        /** Checks for null. */
        public Arrived {
            requireNonNull(receipt, "receipt");
            requireNonNull(at, "at");
        }
    }

    /**
     * It is not in the channel; send it again.
     *
     * @param reason how the person knows
     */
    record NotArrived(String reason) implements Resolution {
        /** Checks for null. */
        public NotArrived {
            requireNonNull(reason, "reason");
        }
    }
}
