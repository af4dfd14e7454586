package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.SlotId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * A reading that was accepted, with the metrics of which it told something new (D70). Never changed: what a further version does
 * not speak of stays as it is, so the versions up to one say what was known then (R28).
 *
 * @param store the store
 * @param reading what the source gave
 * @param version 1 for the first reading of its subject and slot, one more for each that told more or something else
 * @param arrivedAt when the library received it
 * @param late whether it arrived after its boundary's time for collecting (R29)
 */
public record ReadingVersion(StoreId store, Reading reading, int version, Instant arrivedAt, boolean late) {
    private static final Column<LocalDate> DATE = Column.date("data_date", "the date in the store's zone");
    private static final Column<Integer> SLOT =
            Column.count("slot", "the slot that the reading's boundary closes, from 1");
    private static final Column<Integer> VERSION =
            Column.count("version", "1, then one more for each that told more or something else");
    private static final Column<Instant> OBSERVED = Column.instant("observed_at", "when read from the marketplace");
    private static final Column<Instant> ARRIVED = Column.instant("arrived_at", "when the library received it");
    private static final Column<Boolean> LATE = Column.flag("late", "whether it arrived after its time");
    private static final Column<Semantics> SEMANTICS =
            Column.constant("semantics", "CUMULATIVE_DAY or DELTA", Semantics.class);
    private static final Column<Quality> QUALITY = Column.constant("quality", "ACTUAL or ESTIMATED", Quality.class);
    private static final Column<String> SOURCE = Column.text("source", "where it comes from");
    private static final Column<Restatement> REASON =
            Column.constant("reason", "OPERATOR_ERROR or PLATFORM for a restatement", Restatement.class);
    private static final Map<Metric, Column<Long>> METRICS = metricColumns();

    /** The table of readings, append-only, in the order of date, subject, slot and version. */
    public static final Table<ReadingVersion> TABLE = table();

    /** Checks the range. */
    public ReadingVersion {
        requireNonNull(store, "store");
        requireNonNull(reading, "reading");
        requireNonNull(arrivedAt, "arrivedAt");
        if (version < 1) {
            throw new IllegalArgumentException("A version is 1 or more, not " + version);
        }
    }

    /**
     * The slot that the reading's boundary closes.
     *
     * @return the slot
     */
    public SlotId slot() {
        return reading.slot();
    }

    private static Map<Metric, Column<Long>> metricColumns() {
        Map<Metric, Column<Long>> columns = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.all()) {
            columns.put(metric, Column.number(metric.column(), metric + "; absent where missing"));
        }
        return columns;
    }

    private static Table<ReadingVersion> table() {
        Table.Builder<ReadingVersion> builder = Table.of("reading", ReadingVersion::store)
                .column(DATE, version -> version.slot().date())
                .group(Subject.COLUMNS, version -> version.reading().subject())
                .column(SLOT, version -> version.slot().number())
                .column(VERSION, ReadingVersion::version)
                .column(OBSERVED, version -> version.reading().observedAt())
                .column(ARRIVED, ReadingVersion::arrivedAt)
                .column(LATE, ReadingVersion::late)
                .column(SEMANTICS, version -> version.reading().semantics())
                .column(QUALITY, version -> version.reading().quality())
                .column(SOURCE, version -> version.reading().source())
                .optional(REASON, version -> version.reading().reason());
        METRICS.forEach((metric, column) -> builder.optional(
                column,
                version -> version.reading().figures().find(metric).stream()
                        .boxed()
                        .findFirst()));
        return builder.key(DATE, Subject.KIND, Subject.ID, SLOT, VERSION)
                .appendOnlyByMonth(DATE)
                .reads(ReadingVersion::read);
    }

    private static ReadingVersion read(Row row) {
        Figures.Builder figures = Figures.builder();
        METRICS.forEach((metric, column) -> figures.setIfPresent(metric, row.find(column)));
        return new ReadingVersion(
                row.store(),
                new Reading(
                        row.get(Subject.COLUMNS),
                        SlotId.of(row.get(DATE), row.get(SLOT)),
                        row.get(OBSERVED),
                        figures.build(),
                        row.get(SEMANTICS),
                        row.get(QUALITY),
                        row.get(SOURCE),
                        row.find(REASON)),
                row.get(VERSION),
                row.get(ARRIVED),
                row.get(LATE));
    }
}
