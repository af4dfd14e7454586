package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An anomaly with its episodes, as known at an instant. Immutable.
 *
 * @param anomaly the anomaly, of the class that it had then
 * @param episodes the episodes that had begun, in order; the first, however early the instant is
 * @param asOf the instant
 */
record History(Anomaly anomaly, List<Episode> episodes, Instant asOf) {
    History {
        requireNonNull(anomaly, "anomaly");
        episodes = ImmutableList.copyOf(episodes);
        requireNonNull(asOf, "asOf");
    }

    /** A false alarm, and one that was never more than covered, counts nowhere. */
    boolean counts() {
        return !dismissed() && !first().found().covered();
    }

    Episode first() {
        return episodes.get(0);
    }

    private boolean dismissed() {
        return anomaly.state() == AnomalyState.DISMISSED
                && anomaly.ended().filter(ending -> ending.at().isAfter(asOf)).isEmpty();
    }

    boolean closed() {
        return episodes.get(episodes.size() - 1).ended().isPresent();
    }

    boolean overdue() {
        return episodes.stream().anyMatch(this::overdue);
    }

    /** Past its due, and nobody acted on it by the instant; one that went away before is not. */
    private boolean overdue(Episode episode) {
        return episode.firstAct().isEmpty()
                && episode.ended().isEmpty()
                && Dues.actDue(episode).filter(due -> !asOf.isBefore(due)).isPresent();
    }

    /** Whether an episode is one that somebody had to act on by the instant. */
    boolean due(Episode episode) {
        Optional<Instant> due = episode.found().dueAt();
        boolean recovered = episode.ended()
                .filter(ending -> ending.result() == AnomalyResult.SELF_RECOVERED)
                .filter(ending -> due.isEmpty() || !ending.at().isAfter(due.get()))
                .isPresent();
        return !episode.found().covered()
                && !recovered
                && (episode.firstAct().isPresent()
                        || Dues.actDue(episode).filter(at -> !asOf.isBefore(at)).isPresent());
    }

    boolean inTime(Episode episode) {
        return episode.firstAct()
                .flatMap(act -> episode.found().dueAt().map(due -> !act.at().isAfter(due)))
                .orElse(episode.firstAct().isPresent());
    }

    boolean accurate() {
        return episodes.size() == 1 && !anomaly.reclassified();
    }
}
