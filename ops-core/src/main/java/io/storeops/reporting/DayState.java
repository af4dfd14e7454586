package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How settled a store's day is: OPEN, PROVISIONAL once the day's last release was accepted, FINAL once the first release of
 * the next day was, with a version for every correction after that (R22, 4.1).
 *
 * @param phase where it stands
 * @param since from when; empty while OPEN
 * @param version 0 before FINAL, then 1 and one more for each accepted correction
 */
public record DayState(Phase phase, Optional<Instant> since, int version) {
    /** The phases of a day. */
    public enum Phase {
        /** Still running, or its last release is not out. */
        OPEN,
        /** All boundaries are out; the last slot is not. */
        PROVISIONAL,
        /** All slots are out. */
        FINAL
    }

    /** Checks for null. */
    public DayState {
        requireNonNull(phase, "phase");
        requireNonNull(since, "since");
    }
}
