package io.storeops.scorecard;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.kpi.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /**
     * Some of the figures, raw.
     *
     * @param kpis which
     * @return their scores in the order in which they are named
     * @throws IllegalArgumentException if one is not on this scorecard
     */
    public List<Score> scores(Kpi... kpis) {
        return scores(ScoreLine::raw, kpis);
    }

    /**
     * Some of the figures without what is excused (D66).
     *
     * @param kpis which
     * @return their scores in the order in which they are named
     * @throws IllegalArgumentException if one is not on this scorecard
     */
    public List<Score> excusedScores(Kpi... kpis) {
        return scores(ScoreLine::excused, kpis);
    }

    private List<Score> scores(Function<ScoreLine, Ratio> ratio, Kpi... kpis) {
        return Stream.of(kpis)
                .map(kpi -> new Score(kpi, find(kpi).map(ratio).orElseThrow(() -> unknown(kpi))))
                .toList();
    }

    private IllegalArgumentException unknown(Kpi kpi) {
        return new IllegalArgumentException("There is no " + kpi.id() + " on this scorecard; it has "
                + lines.stream().map(line -> line.kpi().id()).toList());
    }
}
