package io.storeops.health;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import java.time.Instant;
import java.util.Optional;

/**
 * A penalty (处罚) that the marketplace put on the store.
 *
 * @param id its id on the marketplace, as text
 * @param text what it is for and what it forbids, as the marketplace says it
 * @param points how many points it costs, 0 or more; empty if it does not say
 * @param from from when; empty if it does not say
 * @param until until when; empty if it does not say, or while nobody knows
 */
public record Penalty(String id, String text, Optional<Long> points, Optional<Instant> from, Optional<Instant> until) {
    /**
     * Checks the id and the points.
     *
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}, or the points are negative
     */
    public Penalty {
        IdText.checked("penalty id", id);
        requireNonNull(text, "text");
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        if (points.orElse(0L) < 0) {
            throw new IllegalArgumentException("Points of a penalty are 0 or more, not " + points.get());
        }
    }

    /**
     * A penalty of which no more is known.
     *
     * @param id its id on the marketplace, as text
     * @param text what it is for
     * @return the penalty
     * @throws IllegalArgumentException if the id breaks the rule of {@link IdText}
     */
    public static Penalty of(String id, String text) {
        return new Penalty(id, text, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
