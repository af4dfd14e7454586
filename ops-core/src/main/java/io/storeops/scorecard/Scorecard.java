package io.storeops.scorecard;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.kpi.Kpi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The key figures of a store, or of one person in it, in a period. There is no total: the position description weighs nothing (A17);
 * {@link ScoreWeights} does, where somebody states the weights. Immutable.
 *
 * @param store the store
 * @param person whose; empty for the store's
 * @param from the first date in the store's zone
 * @param to the last date, included
 * @param asOf the instant of knowing
 * @param lines the figures in the order of their ids, copied
 */
public record Scorecard(
        StoreId store, Optional<ActorId> person, LocalDate from, LocalDate to, Instant asOf, List<ScoreLine> lines) {
    /** Copies the lines. */
    public Scorecard {
        requireNonNull(store, "store");
        requireNonNull(person, "person");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(asOf, "asOf");
        lines = ImmutableList.copyOf(lines);
    }

    /**
     * A key figure.
     *
     * @param kpi which
     * @return its line; empty if nothing in the library counts it, or it is not a person's
     */
    public Optional<ScoreLine> find(Kpi kpi) {
        return lines.stream().filter(line -> line.kpi() == kpi).findFirst();
    }
}
