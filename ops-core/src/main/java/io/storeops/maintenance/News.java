package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.inspection.Streak;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What of a source's words is news, where a rule compares them with earlier ones (D15): whatever was said since it went wrong, until
 * somebody ends that. Pure.
 */
final class News {
    private News() {}

    /**
     * From when on a word is news; what was said before is known.
     *
     * @param context the store and its rows
     * @param key of what
     * @param latest the instant of the latest word, which is news
     */
    static Instant from(Context context, AnomalyKey key, Instant latest) {
        Optional<Instant> since = context.rows()
                .find(SeenStreak.TABLE, SeenStreak.TABLE.keyOf(context.store().id(), key.rule(), key.subject()))
                .map(Versioned::value)
                .map(SeenStreak::streak)
                .flatMap(Streak::since);
        Optional<Instant> ended = Case.ofKey(context, key)
                .map(Case::anomaly)
                .filter(anomaly -> !anomaly.state().open())
                .flatMap(Anomaly::ended)
                .map(Anomaly.Ending::at)
                .filter(at -> since.filter(at::isBefore).isEmpty())
                .map(at -> at.plus(1, ChronoUnit.MICROS));
        return since.map(first -> ended.orElse(first)).filter(latest::isAfter).orElse(latest);
    }
}
