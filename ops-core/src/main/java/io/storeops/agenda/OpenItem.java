package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Edit;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import java.util.function.Function;

/**
 * Something that a person has open and can hand over (R15).
 *
 * @param target what it is
 * @param state where it stands
 * @param right the right without which nobody could go on with it
 * @param handOver makes the edit by which another person has it; of a table of the module that lists the item
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record OpenItem(Target target, String state, Right right, Function<ActorId, Edit<?>> handOver) {
    /** Checks for null. */
    public OpenItem {
        requireNonNull(target, "target");
        requireNonNull(state, "state");
        requireNonNull(right, "right");
        requireNonNull(handOver, "handOver");
    }
}
