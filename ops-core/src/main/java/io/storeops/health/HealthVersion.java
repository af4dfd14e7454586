package io.storeops.health;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.feed.Coverage;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.inspection.RuleKey;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A reading of an indicator that was taken. Never changed: what a source gives anew of the same instant is one more version.
 *
 * @param store the store
 * @param reading what was read
 * @param version 1 for the first reading of its indicator, subject and instant, one more for each that says something else
 * @param coverage how much of what was asked for the source gave
 * @param evidence the evidence of a reading that a person took; empty if a feed gave it
 * @param stamp who recorded it, when and under which rules
 */
public record HealthVersion(
        StoreId store, HealthReading reading, int version, Coverage coverage, Optional<String> evidence, Stamp stamp) {
    private static final Column<String> CATEGORY = Column.text("category", "the category, as in DSR");
    private static final Column<String> METRIC =
            Column.text("metric", "which of the category's metrics; - where it has one only");
    private static final Column<String> SUBJECT = Column.text("subject_id", "of whom: the store's id, or an item's");
    private static final Column<Instant> AS_OF = Column.instant("as_of", "the instant of which the source speaks");
    private static final Column<Integer> VERSION =
            Column.count("version", "1, then one more for each that says something else of the same instant");
    private static final Column<HealthValue> VALUE = Column.json(
                    "reading_value", "what was read; what is missing is left out")
            .as(HealthValue.class, HealthDocument::read, HealthDocument::write);
    private static final Column<String> SOURCE = Column.text("source", "where it comes from");
    private static final Column<Coverage> COVERAGE =
            Column.constant("coverage", "COMPLETE, PARTIAL or UNKNOWN", Coverage.class);
    private static final Column<String> EVIDENCE =
            Column.text("evidence_id", "the evidence of a reading by hand; absent if a feed gave it");
    private static final Column<Instant> RECORDED = Column.instant("recorded_at", "when it was recorded");
    private static final Column<ActorId> RECORDED_BY = Column.actor("recorded_by", "who recorded it");
    private static final ColumnGroup<Stamp> STAMP = Stamp.columns(RECORDED, RECORDED_BY);

    /** Behind a subject, this is the least that comes after it. */
    private static final String NEXT = "\u0001";

    /** What stands for no metric in a key, whose columns are never absent. */
    private static final String NO_METRIC = "-";

    /** The table of readings, append-only, in the order of indicator, subject, instant and version. */
    public static final Table<HealthVersion> TABLE = Table.of("health_reading", HealthVersion::store)
            .column(CATEGORY, version -> version.reading().indicator().category())
            .column(METRIC, version -> metric(version.reading().indicator()))
            .column(SUBJECT, version -> version.reading().subject())
            .column(AS_OF, version -> version.reading().asOf())
            .column(VERSION, HealthVersion::version)
            .column(VALUE, version -> version.reading().value())
            .column(SOURCE, version -> version.reading().source())
            .column(COVERAGE, HealthVersion::coverage)
            .optional(EVIDENCE, HealthVersion::evidence)
            .group(STAMP, HealthVersion::stamp)
            .key(CATEGORY, METRIC, SUBJECT, AS_OF, VERSION)
            .appendOnly()
            .reads(row -> new HealthVersion(
                    row.store(),
                    new HealthReading(
                            new RuleKey(
                                    row.get(CATEGORY),
                                    Optional.of(row.get(METRIC)).filter(metric -> !metric.equals(NO_METRIC))),
                            row.get(SUBJECT),
                            row.get(AS_OF),
                            row.get(VALUE),
                            row.get(SOURCE)),
                    row.get(VERSION),
                    row.get(COVERAGE),
                    row.find(EVIDENCE),
                    row.get(STAMP)));

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the version is below 1
     */
    public HealthVersion {
        requireNonNull(store, "store");
        requireNonNull(reading, "reading");
        requireNonNull(coverage, "coverage");
        requireNonNull(evidence, "evidence");
        requireNonNull(stamp, "stamp");
        if (version < 1) {
            throw new IllegalArgumentException("A version is 1 or more, not " + version);
        }
    }

    /**
     * The key of its row.
     *
     * @return the key
     */
    public Key key() {
        return Key.of(
                store,
                reading.indicator().category(),
                metric(reading.indicator()),
                reading.subject(),
                reading.asOf(),
                version);
    }

    /**
     * What is known of an indicator, in the order of instants and versions.
     *
     * @param rows the store's rows
     * @param indicator category and metric
     * @param subject of whom
     * @return all versions
     */
    public static List<HealthVersion> all(StoreView rows, RuleKey indicator, String subject) {
        return rows.all(of(rows, indicator, subject));
    }

    /**
     * The last version of the latest instant of an indicator.
     *
     * @param rows the store's rows
     * @param indicator category and metric
     * @param subject of whom
     * @return the version; empty if there is none
     */
    public static Optional<HealthVersion> findLatest(StoreView rows, RuleKey indicator, String subject) {
        return rows.last(of(rows, indicator, subject));
    }

    /**
     * The last version of the latest instant of an indicator before another instant.
     *
     * @param rows the store's rows
     * @param indicator category and metric
     * @param subject of whom
     * @param asOf the other instant, excluded
     * @return the version; empty if there is none
     */
    public static Optional<HealthVersion> findBefore(StoreView rows, RuleKey indicator, String subject, Instant asOf) {
        return rows.last(of(rows, indicator, subject).to(asOf));
    }

    /**
     * The last version of the latest instant of an indicator, of each of whom it is known.
     *
     * @param rows the store's rows
     * @param indicator category and metric
     * @return one version a subject, in the order of the subjects; the history between is stepped over
     */
    public static List<HealthVersion> latest(StoreView rows, RuleKey indicator) {
        Query<HealthVersion> all = Query.of(TABLE, rows.store())
                .where(indicator.category(), metric(indicator))
                .limit(1);
        List<HealthVersion> latest = new ArrayList<>();
        List<Versioned<HealthVersion>> next = rows.select(all).items();
        while (!next.isEmpty()) {
            String subject = next.get(0).value().reading().subject();
            findLatest(rows, indicator, subject).ifPresent(latest::add);
            next = rows.select(all.from(subject + NEXT)).items();
        }
        return latest;
    }

    /** The last version of an instant. */
    static Optional<HealthVersion> findAt(StoreView rows, HealthReading reading) {
        return rows.last(of(rows, reading.indicator(), reading.subject()).where(reading.asOf()));
    }

    private static Query<HealthVersion> of(StoreView rows, RuleKey indicator, String subject) {
        return Query.of(TABLE, rows.store()).where(indicator.category(), metric(indicator), subject);
    }

    private static String metric(RuleKey indicator) {
        return indicator.metric().orElse(NO_METRIC);
    }
}
