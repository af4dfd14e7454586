package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;
import io.storeops.id.ActorId;

/**
 * Everything that a person had open goes to another (R15). Each duty moves its own items when it hears of it.
 *
 * @param from who had it
 * @param to who has it from now on
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record HandedOver(ActorId from, ActorId to) implements Fact {
    /** Checks for null. */
    public HandedOver {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }
}
