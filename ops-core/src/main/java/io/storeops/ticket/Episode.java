package io.storeops.ticket;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One time that a ticket was brought, with its own clocks and steps (D52). Immutable.
 *
 * @param number 1 for the first
 * @param clocks by when it is to be acknowledged and solved
 * @param steps who did what
 * @param texts what people wrote
 */
public record Episode(int number, Clocks clocks, Steps steps, Texts texts) {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Episode {
        requireNonNull(clocks, "clocks");
        requireNonNull(steps, "steps");
        requireNonNull(texts, "texts");
        if (number < 1) {
            throw new IllegalArgumentException("The first episode of a ticket is number 1; there is no " + number);
        }
    }

    /**
     * By when it is to be solved, or put before the manager, as far as that time is running (D50).
     *
     * @return the instant, that instant included; empty without a time limit, and during a hold that began before it
     */
    public Optional<Instant> solveDue() {
        return clocks.solveDue().filter(due -> steps.solved().isPresent() || !clocks.stopped(due));
    }

    /**
     * Whether it was acknowledged after its due instant.
     *
     * @return false while it is not acknowledged
     */
    public boolean acknowledgedLate() {
        return after(steps.acknowledged(), clocks.ackDue());
    }

    /**
     * Whether it was solved, or put before the manager, after the due instant of the solution.
     *
     * @return false before
     */
    public boolean solvedLate() {
        return after(steps.solved(), clocks.solveDue());
    }

    private static boolean after(Optional<Steps.Step> step, Optional<Instant> due) {
        return step.flatMap(done -> due.filter(done.at()::isAfter)).isPresent();
    }

    Episode with(Clocks next) {
        return new Episode(number, next, steps, texts);
    }

    Episode with(Steps next) {
        return new Episode(number, clocks, next, texts);
    }

    Episode with(Texts next) {
        return new Episode(number, clocks, steps, next);
    }
}
