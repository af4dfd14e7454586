package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.CommandId;

/**
 * Who wants something, under which command id. Repeating with the same id gives the first result (R10).
 *
 * @param actor the person
 * @param command the id of this wish
 */
public record Caller(ActorId actor, CommandId command) {
    /** Checks for null. */
    public Caller {
        requireNonNull(actor, "actor");
        requireNonNull(command, "command");
    }
}
