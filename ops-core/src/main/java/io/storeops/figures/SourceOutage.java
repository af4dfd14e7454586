package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A time in which the source could not be read for a subject, as the host says: what lacks only readings of that time is excused
 * (D66).
 *
 * @param store the store
 * @param subject of whom nothing could be read
 * @param downAt from when
 * @param upAt until when; empty while it goes on
 */
public record SourceOutage(StoreId store, Subject subject, Instant downAt, Optional<Instant> upAt) {
    private static final Column<Instant> DOWN = Column.instant("down_at", "from when the source could not be read");
    private static final Column<Instant> UP = Column.instant("up_at", "until when; absent while it goes on");

    /** The table of outages. */
    public static final Table<SourceOutage> TABLE = Table.of("source_outage", SourceOutage::store)
            .group(Subject.COLUMNS, SourceOutage::subject)
            .column(DOWN, SourceOutage::downAt)
            .optional(UP, SourceOutage::upAt)
            .key(Subject.KIND, Subject.ID, DOWN)
            .reads(row -> new SourceOutage(row.store(), row.get(Subject.COLUMNS), row.get(DOWN), row.find(UP)));

    /** Checks for null. */
    public SourceOutage {
        requireNonNull(store, "store");
        requireNonNull(subject, "subject");
        requireNonNull(downAt, "downAt");
        requireNonNull(upAt, "upAt");
    }

    /**
     * The outages of a store.
     *
     * @param rows the store's rows
     * @return all of them, by subject and instant
     */
    public static List<SourceOutage> all(StoreView rows) {
        return rows.all(Query.of(TABLE, rows.store()));
    }

    /**
     * Whether a time lies in it as a whole.
     *
     * @param from the first instant
     * @param to the last instant
     * @return true if nothing could be read in between
     */
    public boolean covers(Instant from, Instant to) {
        return !downAt.isAfter(from) && upAt.map(up -> !up.isBefore(to)).orElse(true);
    }
}
