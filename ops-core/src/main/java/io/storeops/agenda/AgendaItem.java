package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An occurrence and what has become of it (R6). Immutable.
 *
 * @param occurrence the occurrence
 * @param progress how far it is; empty if nothing is known
 */
public record AgendaItem(Occurrence occurrence, Optional<Progress> progress) {
    /** What an item is at an instant. Over time it goes forward in this order; the last three are for ever. */
    public enum State {
        /** It cannot be done yet. */
        AHEAD,
        /** It can be done, and is on time if it is done now. */
        DUE,
        /** Its due instant has come and it is not done: from that instant on, itself included. */
        OVERDUE,
        /** It is not done and the time for it is over. It can still be done, and is LATE then. */
        MISSED,
        /** It was done by its due instant, that instant included. */
        DONE,
        /** It was done after its due instant. */
        LATE,
        /** It was given up. */
        ABANDONED;

        /** Whether it is late and still not done. */
        boolean overdue() {
            return this == OVERDUE || this == MISSED;
        }
    }

    /** Checks for null. */
    public AgendaItem {
        requireNonNull(occurrence, "occurrence");
        requireNonNull(progress, "progress");
    }

    /**
     * What the item is at an instant. A progress later than the instant has not happened yet.
     *
     * @param instant the instant
     * @return the state
     */
    public State stateAt(Instant instant) {
        Optional<Progress> then = progress.filter(known -> !known.at().isAfter(instant));
        return then.filter(known -> !(known instanceof Progress.Begun))
                .map(this::ended)
                .orElseGet(() -> open(instant, then));
    }

    private State ended(Progress end) {
        if (end instanceof Progress.Abandoned) {
            return State.ABANDONED;
        }
        return end.at().isAfter(occurrence.dueAt()) ? State.LATE : State.DONE;
    }

    private State open(Instant instant, Optional<Progress> begun) {
        Optional<Instant> missedAt = occurrence
                .missedAt()
                .filter(missed ->
                        begun.map(known -> !known.at().isBefore(missed)).orElse(true));
        if (missedAt.filter(missed -> !instant.isBefore(missed)).isPresent()) {
            return State.MISSED;
        }
        if (!instant.isBefore(occurrence.dueAt())) {
            return State.OVERDUE;
        }
        return instant.isBefore(occurrence.opensAt()) ? State.AHEAD : State.DUE;
    }

    /**
     * When the state changes next by time alone.
     *
     * @param instant the instant to begin after
     * @return the first instant after it with another state; empty if the state stays
     */
    public Optional<Instant> nextChangeAfter(Instant instant) {
        State now = stateAt(instant);
        return Stream.concat(
                        Stream.of(occurrence.opensAt(), occurrence.dueAt()),
                        Stream.concat(
                                occurrence.missedAt().stream(),
                                progress.stream().map(Progress::at)))
                .filter(change -> change.isAfter(instant) && stateAt(change) != now)
                .min(Instant::compareTo);
    }
}
