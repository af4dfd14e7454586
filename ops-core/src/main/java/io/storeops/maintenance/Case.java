package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Verdict;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An anomaly with its last episode.
 *
 * @param anomaly the anomaly
 * @param episode its last episode
 */
record Case(Anomaly anomaly, Episode episode) {
    /** The anomaly as its row is when it is found by its id: then what is decided on and the revision that it is committed against are one. */
    static Case of(Context context, Anomaly listed) {
        Anomaly anomaly = current(context, listed);
        return new Case(
                anomaly,
                context.rows()
                        .find(
                                Episode.TABLE,
                                Episode.TABLE.keyOf(
                                        anomaly.store(),
                                        anomaly.id(),
                                        anomaly.counts().episodes()))
                        .map(Versioned::value)
                        .orElseThrow());
    }

    private static Anomaly current(Context context, Anomaly listed) {
        return MaintenanceEntries.ANOMALIES.find(context, listed.id()).orElse(listed);
    }

    /** Those in a state, in the order in which they were first seen. */
    static List<Case> in(Context context, AnomalyState state) {
        return MaintenanceEntries.ANOMALIES.all(context, Anomaly.BY_STATE, state).stream()
                .map(anomaly -> of(context, anomaly))
                .filter(each -> each.anomaly().state() == state)
                .toList();
    }

    /** Those that are open, in the order in which they were first seen. */
    static List<Case> open(Context context) {
        return AnomalyState.OPEN.stream()
                .flatMap(state -> in(context, state).stream())
                .sorted(Comparator.comparing(each -> each.anomaly().origin().firstSeenAt()))
                .toList();
    }

    /** The one that rules a key: the open one, else the one that ended last. */
    static Optional<Case> ofKey(Context context, AnomalyKey key) {
        List<Anomaly> known =
                MaintenanceEntries.ANOMALIES.all(context, Anomaly.BY_KEY, key.rule(), key.subject()).stream()
                        .map(anomaly -> current(context, anomaly))
                        .toList();
        return known.stream()
                .filter(anomaly -> anomaly.state().open())
                .findFirst()
                .or(() -> known.stream()
                        .max(Comparator.comparing(anomaly ->
                                anomaly.ended().map(Anomaly.Ending::at).orElse(Instant.MIN))))
                .map(anomaly -> of(context, anomaly));
    }

    /** What was seen last; where its category changed since, that it was found. */
    Observation.Seen lastSeen(Context context) {
        return context.rows()
                .last(Query.of(Observation.TABLE, context.store().id())
                        .where(anomaly.key().rule(), anomaly.key().subject()))
                .map(Observation::seen)
                .orElseGet(() -> new Observation.Seen(
                        "", "", episode.found().at(), episode.found().since(), Optional.empty()));
    }

    /** What is committed for another value of both. */
    Verdict.Done becoming(Context context, Anomaly next, Episode then) {
        return Verdict.done(edits(context, next, then).toArray(Edit<?>[]::new));
    }

    List<Edit<?>> edits(Context context, Anomaly next, Episode then) {
        List<Edit<?>> edits = new ArrayList<>();
        if (!next.equals(anomaly)) {
            edits.add(Edit.replace(
                    Anomaly.TABLE,
                    MaintenanceEntries.ANOMALIES.row(context, anomaly.id()).orElseThrow(),
                    next));
        }
        if (!then.equals(episode)) {
            edits.add(Edit.replace(
                    Episode.TABLE,
                    context.rows().find(Episode.TABLE, episode.key()).orElseThrow(),
                    then));
        }
        return edits;
    }
}
