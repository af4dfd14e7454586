package io.storeops.delivery;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;
import io.storeops.publishing.Delivery;

/**
 * A person said that they sent a message (D59). Whoever waited for it goes on in the same commit.
 *
 * @param delivery the message, SENT from the instant on that the person stated
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record DeliveryConfirmed(Delivery delivery) implements Fact {
    /** Checks for null. */
    public DeliveryConfirmed {
        requireNonNull(delivery, "delivery");
    }
}
