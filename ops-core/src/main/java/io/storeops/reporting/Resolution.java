package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a person found out about a message of which nobody could know. */
public sealed interface Resolution {
    /**
     * It is in the channel (D59). The instant counts, for K1.4 too, if a SCREENSHOT or a CHANNEL_RECEIPT was attached to
     * {@link Release#message} first; else the release counts as accepted from when the person said so.
     *
     * @param receipt the channel's id of the message, or the name of the screenshot that shows it, by the rule of
     *     {@link IdText}
     * @param at when it was accepted, as the person says; kept to the microsecond
     */
    record Arrived(String receipt, Instant at) implements Resolution {
        /**
         * Checks the receipt and cuts the instant.
         *
         * @throws IllegalArgumentException if the receipt is not an id, saying why
         */
        public Arrived {
            IdText.checked("receipt", receipt);
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * It is not in the channel; send it again.
     *
     * @param reason how the person knows, not blank
     */
    record NotArrived(String reason) implements Resolution {
        /**
         * Checks the reason.
         *
         * @throws IllegalArgumentException if it is blank
         */
        public NotArrived {
            requireNonNull(reason, "reason");
            if (reason.isBlank()) {
                throw new IllegalArgumentException("A message is sent again for a reason, which is not blank");
            }
        }
    }
}
