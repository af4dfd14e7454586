package io.storeops.examples.replay;

import io.storeops.maintenance.Anomaly;
import io.storeops.maintenance.Answer;
import io.storeops.maintenance.Episode;
import io.storeops.maintenance.Escalation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * An episode and what it tells of time.
 *
 * @param anomaly the anomaly
 * @param episode the episode
 */
record ToldEpisode(Anomaly anomaly, Episode episode) {
    /** Adds the columns of an episode that the scenarios write. */
    static TableLayout<ToldEpisode> columns(TableLayout<ToldEpisode> layout) {
        return columns(layout, each -> each);
    }

    /** The same for a table of something that has such an episode. */
    static <T> TableLayout<T> columns(TableLayout<T> layout, Function<T, ToldEpisode> of) {
        return layout.column("due_at", each -> of.apply(each).episode().found().dueAt())
                .column("first_act", each -> of.apply(each).episode().firstAct().map(Episode.FirstAct::kind))
                .column("first_act_at", each -> of.apply(each).acted())
                .column("in_time", each -> of.apply(each).inTime())
                .column("minutes_to_act", each -> of.apply(each).minutesToAct())
                .column("feedback_at", each -> of.apply(each).answered())
                .column("minutes_to_feedback", each -> of.apply(each).minutesToFeedback());
    }

    private Optional<Instant> acted() {
        return episode.firstAct().map(Episode.FirstAct::at);
    }

    Optional<Boolean> inTime() {
        return acted().flatMap(at -> episode.found().dueAt().map(due -> !at.isAfter(due)));
    }

    private Optional<Long> minutesToAct() {
        return minutes(Optional.of(episode.found().at()), acted());
    }

    Optional<Instant> escalated() {
        return episode.escalation().flatMap(Escalation::acceptedAt);
    }

    private Optional<Instant> answered() {
        return episode.answer().map(Answer::at);
    }

    /** Whether it was decided within a time after a channel had accepted its escalation. */
    boolean answeredWithin(Duration limit) {
        return answered()
                .filter(at -> escalated()
                        .filter(from -> Duration.between(from, at).compareTo(limit) <= 0)
                        .isPresent())
                .isPresent();
    }

    private Optional<Long> minutesToFeedback() {
        return minutes(escalated(), answered());
    }

    private static Optional<Long> minutes(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(begin -> to.map(end -> Duration.between(begin, end).toMinutes()));
    }
}
