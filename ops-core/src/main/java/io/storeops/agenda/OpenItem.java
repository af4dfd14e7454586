package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Edit;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import java.util.List;
import java.util.function.Function;

/**
 * Something that a person has open and can hand over (R15).
 *
 * @param target what it is
 * @param handOver what changes when it goes to another person; in tables of the module that has it
 */
public record OpenItem(Target target, Function<ActorId, List<Edit<?>>> handOver) {
    /** Checks for null. */
    public OpenItem {
        requireNonNull(target, "target");
        requireNonNull(handOver, "handOver");
    }
}
