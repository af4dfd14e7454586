package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * One time that something was seen to be wrong (D7). Never changed.
 *
 * @param store the store
 * @param key of what, as it was called then
 * @param number 1 for the first of the key
 * @param anomalyId the anomaly that it belongs to; empty if it was silenced and there was none
 * @param episode the episode of that; 0 without one
 * @param silenced whether it was made in silence (D27)
 * @param seen what was seen
 * @param stamp who wrote it down, when and under which rules (R1)
 */
public record Observation(
        StoreId store,
        AnomalyKey key,
        int number,
        Optional<String> anomalyId,
        int episode,
        boolean silenced,
        Seen seen,
        Stamp stamp) {
    private static final Column<Integer> NUMBER = Column.count("number", "1 for the first of the key");
    private static final Column<String> ANOMALY = Column.text("anomaly_id", "the anomaly that it belongs to");
    private static final Column<Integer> EPISODE = Column.count("episode", "the episode of that; 0 without one");
    private static final Column<Boolean> SILENCED = Column.flag("silenced", "whether it was made in silence");
    private static final Column<String> MEASURED = Column.text("measured", "what was measured");
    private static final Column<String> BASE = Column.text("base", "what it was compared with");
    private static final Column<Instant> AS_OF = Column.instant("as_of", "of which instant that is");
    private static final Column<Instant> SINCE = Column.instant("since", "the first bad one in a row");
    private static final Column<Instant> LAST_GOOD = Column.instant("last_good_at", "the last good one before");
    private static final ColumnGroup<Stamp> STAMP = Stamp.columns(
            Column.instant("recorded_at", "when it was written down"), Column.actor("recorded_by", "who did that"));
    private static final ColumnGroup<Seen> SEEN = ColumnGroup.of(Seen.class)
            .column(MEASURED, Seen::measured)
            .column(BASE, Seen::base)
            .column(AS_OF, Seen::asOf)
            .column(SINCE, Seen::since)
            .optional(LAST_GOOD, Seen::lastGoodAt)
            .reads(row ->
                    new Seen(row.get(MEASURED), row.get(BASE), row.get(AS_OF), row.get(SINCE), row.find(LAST_GOOD)));

    /** The table of observations. */
    public static final Table<Observation> TABLE = Table.of("anomaly_observation", Observation::store)
            .column(AnomalyKey.RULE, observation -> observation.key().rule())
            .column(AnomalyKey.SUBJECT, observation -> observation.key().subject())
            .column(NUMBER, Observation::number)
            .optional(ANOMALY, Observation::anomalyId)
            .column(EPISODE, Observation::episode)
            .column(SILENCED, Observation::silenced)
            .group(SEEN, Observation::seen)
            .group(STAMP, Observation::stamp)
            .key(AnomalyKey.RULE, AnomalyKey.SUBJECT, NUMBER)
            .appendOnly()
            .reads(row -> new Observation(
                    row.store(),
                    new AnomalyKey(row.get(AnomalyKey.RULE), row.get(AnomalyKey.SUBJECT)),
                    row.get(NUMBER),
                    row.find(ANOMALY),
                    row.get(EPISODE),
                    row.get(SILENCED),
                    row.get(SEEN),
                    row.get(STAMP)));

    /**
     * What was seen.
     *
     * @param measured what was measured, as text
     * @param base what it was compared with, as text
     * @param asOf of which instant that is
     * @param since the first bad observation of the unbroken run
     * @param lastGoodAt the last good observation before that; empty if it is unknown
     */
    public record Seen(String measured, String base, Instant asOf, Instant since, Optional<Instant> lastGoodAt) {
        /** Checks for null. */
        public Seen {
            requireNonNull(measured, "measured");
            requireNonNull(base, "base");
            requireNonNull(asOf, "asOf");
            requireNonNull(since, "since");
            requireNonNull(lastGoodAt, "lastGoodAt");
        }
    }

    /** Checks for null. */
    public Observation {
        requireNonNull(store, "store");
        requireNonNull(key, "key");
        requireNonNull(anomalyId, "anomalyId");
        requireNonNull(seen, "seen");
        requireNonNull(stamp, "stamp");
    }
}
