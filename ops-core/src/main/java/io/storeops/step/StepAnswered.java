package io.storeops.step;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Fact;

/**
 * Somebody answers a step. The duty whose step it is may refuse the answer by a check, and follows it by a reaction.
 *
 * @param before the step before
 * @param after the step as the answer leaves it
 * @param answer what is said
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record StepAnswered(Step before, Step after, StepAnswer answer) implements Fact {
    /** Checks for null. */
    public StepAnswered {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(answer, "answer");
    }
}
