package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * When a promotion is in effect: half-open, from an instant up to but without another (D38). One that ends when or before it begins is
 * never in effect. Whoever writes to an engine with closed windows sends the end one tick of that engine earlier. Immutable.
 *
 * @param from the first instant
 * @param to the first instant after it
 */
public record Window(Instant from, Instant to) {
    /** Checks for null. */
    public Window {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /**
     * Whether there is no instant in it.
     *
     * @return true if it ends when or before it begins
     */
    public boolean isEmpty() {
        return !from.isBefore(to);
    }

    /**
     * Whether another lies in it.
     *
     * @param other the other
     * @return true if it begins no earlier and ends no later than this
     */
    public boolean holds(Window other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    /**
     * Whether an instant lies in it.
     *
     * @param instant the instant
     * @return true from its first instant until before its end
     */
    public boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /**
     * What it has in common with another.
     *
     * @param other the other
     * @return from the later beginning to the earlier end; {@linkplain #isEmpty() empty} if they only touch, or not even that
     */
    public Window within(Window other) {
        return new Window(
                from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }

    /** As in {@code 2026-11-10T16:00:00Z to 2026-11-11T16:00:00Z}. */
    @Override
    public String toString() {
        return from + " to " + to;
    }
}
