package io.storeops.maintenance;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The anomalies of a store with their episodes, as known at an instant: two questions to the storage however many there are, once a context,
 * because each of the key figures of duty 2 counts the same ones.
 */
final class Histories {
    private final List<History> all;

    private Histories(List<History> all) {
        this.all = ImmutableList.copyOf(all);
    }

    /** Every anomaly of the store, those found later too, in the order of their ids. */
    static List<History> of(Context context, Instant asOf) {
        return context.once(Histories.class, asOf, () -> new Histories(read(context, asOf))).all;
    }

    private static List<History> read(Context context, Instant asOf) {
        // The anomalies first: an episode is written with its anomaly or after it, so each that was read finds its own.
        List<Anomaly> anomalies =
                context.rows().all(Query.of(Anomaly.TABLE, context.store().id()));
        Map<String, List<Episode>> episodes = new HashMap<>();
        context.rows()
                .all(Query.of(Episode.TABLE, context.store().id()))
                .forEach(episode -> episodes.computeIfAbsent(episode.anomalyId(), id -> new ArrayList<>())
                        .add(episode));
        return anomalies.stream()
                .flatMap(anomaly ->
                        Stream.ofNullable(episodes.get(anomaly.id())).map(each -> known(context, anomaly, each, asOf)))
                .toList();
    }

    private static History known(Context context, Anomaly anomaly, List<Episode> episodes, Instant asOf) {
        List<Episode> begun = episodes.stream()
                .filter(episode -> !episode.found().at().isAfter(asOf))
                .toList();
        return new History(
                PastClass.of(context, anomaly, asOf),
                (begun.isEmpty() ? episodes.subList(0, 1) : begun)
                        .stream().map(episode -> episode.asOf(asOf)).toList(),
                asOf);
    }
}
