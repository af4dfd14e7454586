package io.storeops.act;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Something that the engine does by itself at an instant: it flags, reminds, starts, ends. The tick performs it once it is due,
 * under the engine as actor, once however many processes look.
 *
 * @param at from when on, in whole microseconds
 * @param act what; its entry point is the engine's
 */
public record Timer(Instant at, Act<?> act) {
    /**
     * Checks whose act it is.
     *
     * @throws IllegalArgumentException if it is not the engine's
     */
    public Timer {
        requireNonNull(at, "at");
        if (act.entry().kind() != EntryPoint.Kind.ENGINE) {
            throw new IllegalArgumentException(
                    act.entry().name() + " is for persons; a timer performs what the engine does by itself");
        }
    }
}
