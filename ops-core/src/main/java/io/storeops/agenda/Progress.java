package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How far an occurrence is: {@link Begun}, or ended as {@link Done} or {@link Abandoned}. One of which nothing is known has none.
 * Immutable.
 */
public sealed interface Progress {
    /**
     * When it began or ended.
     *
     * @return the instant
     */
    Instant at();

    /**
     * Who had to act has acted, and it waits for somebody else, as a release for its channel: it can be overdue, but is not
     * missed any more.
     *
     * @param at when
     */
    record Begun(Instant at) implements Progress {
        /** Checks for null. */
        public Begun {
            requireNonNull(at, "at");
        }
    }

    /**
     * It was done, with the evidence it asks for (R3).
     *
     * @param at when
     */
    record Done(Instant at) implements Progress {
        /** Checks for null. */
        public Done {
            requireNonNull(at, "at");
        }
    }

    /**
     * It was given up, for instance a collection (收集) that a release with gaps closed.
     *
     * @param at when
     * @param reason why
     */
    record Abandoned(Instant at, String reason) implements Progress {
        /** Checks for null. */
        public Abandoned {
            requireNonNull(at, "at");
            requireNonNull(reason, "reason");
        }
    }
}
