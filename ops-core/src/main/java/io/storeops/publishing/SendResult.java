package io.storeops.publishing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a channel answered. {@link Accepted} needs the channel's receipt, {@link Refused} needs proof that nothing was
 * delivered; everything else, a timeout, a reset, a server's 5xx, is {@link Unknown}.
 */
public sealed interface SendResult {
    /**
     * The channel took it.
     *
     * @param receipt the channel's id of the message, not blank
     * @param at when the channel accepted it, cut to whole microseconds, which every storage keeps
     */
    record Accepted(String receipt, Instant at) implements SendResult {
        /**
         * Checks the receipt and cuts the instant.
         *
         * @throws IllegalArgumentException if the receipt is blank: a channel that gave none did not provably take it
         */
        public Accepted {
            requireNonNull(receipt, "receipt");
            if (receipt.isBlank()) {
                throw new IllegalArgumentException("A message that was accepted at " + at
                        + " has a receipt, the channel's id of it, which is not blank. Without one it is UNKNOWN");
            }
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * The channel provably did not take it.
     *
     * @param reason why, without secrets
     * @param retryAt from when on a repeat makes sense, cut to whole microseconds; empty if never
     */
    record Refused(String reason, Optional<Instant> retryAt) implements SendResult {
        /** Checks for null and cuts the instant. */
        public Refused {
            requireNonNull(reason, "reason");
            retryAt = retryAt.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
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
