package io.storeops.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * A time slot (时段) on the time line, half-open. Where the clocks skip a boundary, a slot may be empty ({@code from}
 * equals {@code to}); it keeps its number, so that the same slot has the same name every day.
 *
 * @param id its name
 * @param from the beginning, included
 * @param to the end, excluded
 */
public record Slot(SlotId id, Instant from, Instant to) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the slot ends before it starts
     */
    public Slot {
        requireNonNull(id, "id");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("Slot " + id + " ends at " + to + ", before it starts at " + from);
        }
    }

    /**
     * Whether an instant lies in the slot.
     *
     * @param instant the instant
     * @return true from {@code from} on, false from {@code to} on
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /**
     * How long the slot is.
     *
     * @return zero or more
     */
    public Duration length() {
        return Duration.between(from, to);
    }
}
