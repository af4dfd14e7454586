package io.storeops.publishing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a channel answered. {@link Accepted} needs the channel's receipt, {@link Refused} needs proof that nothing was
 * delivered; everything else, a timeout, a reset, a server's 5xx, is {@link Unknown}.
 */
public sealed interface SendResult {
    /**
     * The channel took it.
     *
     * @param receipt the channel's id of the message
     * @param at when the channel accepted it
     */
    record Accepted(String receipt, Instant at) implements SendResult {
        /** Checks for null. */
        public Accepted {
            requireNonNull(receipt, "receipt");
            requireNonNull(at, "at");
        }
    }

    /**
     * The channel provably did not take it.
     *
     * @param reason why, without secrets
     * @param retryAt from when on a repeat makes sense; empty if never
     */
    record Refused(String reason, Optional<Instant> retryAt) implements SendResult {
        /** Checks for null. */
        public Refused {
            requireNonNull(reason, "reason");
            requireNonNull(retryAt, "retryAt");
        }
    }

    /**
     * Nobody can know.
     *
     * @param detail what happened, without secrets
     */
    record Unknown(String detail) implements SendResult {
        /** Checks for null. */
        public Unknown {
            requireNonNull(detail, "detail");
        }
    }
}
