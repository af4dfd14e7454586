package io.storeops.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.authority.Right;
import java.util.List;
import java.util.Optional;

/**
 * One row of a state machine.
 *
 * @param <S> the states
 * @param <E> the events
 * @param from the state before; empty for an event that begins the thing
 * @param event what happens, as in RELEASE
 * @param to the state afterwards
 * @param anyOf the rights of which one is needed; empty if it happens by itself (time passes, a channel answers)
 */
public record Transition<S extends Enum<S>, E extends Enum<E>>(Optional<S> from, E event, S to, List<Right> anyOf) {
    /** Copies the rights. */
    public Transition {
        requireNonNull(from, "from");
        requireNonNull(event, "event");
        requireNonNull(to, "to");
        anyOf = ImmutableList.copyOf(anyOf);
    }
}
