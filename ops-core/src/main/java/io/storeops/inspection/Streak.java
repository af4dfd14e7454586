package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * The run of observations of one key (store, category, subject, metric) so far: since when it is bad, when it was last good, and for how
 * many looks it is clear (D7, D87). Observations count in the order of their instants; one that is not later than the last, as a source
 * gives it that was read twice, is not a new one and changes nothing. What could not be judged neither begins nor ends a run. Immutable.
 *
 * @param since the first bad observation of the unbroken run; empty if the last one was good
 * @param lastGoodAt the last good observation; empty if there was none, which is unknown
 * @param clear how many of the last observations in a row were beyond the clearing value
 * @param seenAt the last observation; empty if there was none
 */
public record Streak(Optional<Instant> since, Optional<Instant> lastGoodAt, long clear, Optional<Instant> seenAt) {
    /** Nothing was seen yet. */
    public static final Streak NONE = new Streak(Optional.empty(), Optional.empty(), 0, Optional.empty());

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the number of looks is negative
     */
    public Streak {
        requireNonNull(since, "since");
        requireNonNull(lastGoodAt, "lastGoodAt");
        requireNonNull(seenAt, "seenAt");
        if (clear < 0) {
            throw new IllegalArgumentException("Looks are 0 or more, not " + clear);
        }
    }

    /**
     * The run after one more judgement.
     *
     * @param judgement the judgement on the same key
     * @return the longer run; the same if it says nothing new
     */
    public Streak after(Judgement judgement) {
        Optional<Instant> at = judgement.asOf();
        if (judgement.standing() == Standing.UNKNOWN
                || at.isEmpty()
                || seenAt.filter(last -> !at.get().isAfter(last)).isPresent()) {
            return this;
        }
        return switch (judgement.standing()) {
            case BROKEN -> new Streak(since.or(() -> at), lastGoodAt, 0, at);
            case KEPT -> new Streak(Optional.empty(), at, 0, at);
            case CLEARED -> new Streak(Optional.empty(), at, clear + 1, at);
            case UNKNOWN -> this;
        };
    }

    /**
     * Whether an anomaly that nobody acted on has recovered (D87).
     *
     * @param clearLooks the observations in a row that it takes, the roster's
     * @return true from that many on
     */
    public boolean recovered(long clearLooks) {
        return clear >= clearLooks;
    }
}
