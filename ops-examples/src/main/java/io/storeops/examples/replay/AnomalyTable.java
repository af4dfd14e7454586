package io.storeops.examples.replay;

import io.storeops.maintenance.Anomaly;
import io.storeops.maintenance.AnomalyResult;
import io.storeops.maintenance.Episode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The table of anomalies as the scenarios have it: what an anomaly is, and how fast its last episode went. */
public final class AnomalyTable {
    private static final String FILE = "anomalies.csv";

    private AnomalyTable() {}

    /**
     * The table for people: with what they call the subjects.
     *
     * @param zone the zone in which instants are written, the store's
     * @param anomalies the anomalies, a row each
     * @param episodes the episodes of one, in order, at least one
     * @param titles what people call a subject
     * @return the table
     */
    public static CsvTable of(
            ZoneId zone,
            List<Anomaly> anomalies,
            Function<Anomaly, List<Episode>> episodes,
            Function<String, Optional<String>> titles) {
        return layout(new Notation(zone), episodes)
                .column("title", each -> titles.apply(each.key().subject()))
                .table(anomalies)
                .whole();
    }

    static TableLayout<Anomaly> layout(Notation notation, Function<Anomaly, List<Episode>> episodes) {
        TableLayout<Anomaly> layout = new TableLayout<Anomaly>(FILE, notation)
                .key("id", Anomaly::id)
                .column("category", each -> each.key().category())
                .column("subject", each -> each.key().subject())
                .column("metric", each -> each.key().rule().metric())
                .column("found_at", each -> first(each, episodes).found().at())
                .column("found_by", each -> each.origin().finder())
                .column("since", each -> first(each, episodes).found().since())
                .column("last_good_at", each -> first(each, episodes).found().lastGoodAt());
        return ToldEpisode.columns(layout, each -> new ToldEpisode(each, last(each, episodes)))
                .column("state", Anomaly::state)
                .column("result", each -> each.ended().map(Anomaly.Ending::result))
                .column("closed_at", each -> closedAt(each.ended()))
                .column("episodes", each -> each.counts().episodes())
                .column("observations", each -> each.counts().observations())
                .column("reclassified", Anomaly::reclassified);
    }

    private static Episode first(Anomaly anomaly, Function<Anomaly, List<Episode>> episodes) {
        return episodes.apply(anomaly).get(0);
    }

    private static Episode last(Anomaly anomaly, Function<Anomaly, List<Episode>> episodes) {
        List<Episode> all = episodes.apply(anomaly);
        return all.get(all.size() - 1);
    }

    /** A false alarm was never closed. */
    static Optional<Instant> closedAt(Optional<Anomaly.Ending> ending) {
        return ending.filter(end -> end.result() != AnomalyResult.DISMISSED).map(Anomaly.Ending::at);
    }
}
