package io.storeops.position;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** How an occurrence ended: {@link Done} or {@link Abandoned}. One that has not ended has none. Immutable. */
public sealed interface Progress {
    /**
     * When it ended.
     *
     * @return the instant
     */
    Instant at();

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
