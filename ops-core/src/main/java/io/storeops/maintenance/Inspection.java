package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A daily inspection (店铺日常检查) that somebody began: one a store and date. When it is due was the roster's word when it began.
 * Immutable.
 *
 * @param store the store
 * @param date the date in the store's zone
 * @param times by when it is to be begun and completed
 * @param started who began it, when, under which rules (R1)
 * @param completed who completed it, and when; empty while it is not
 */
public record Inspection(StoreId store, LocalDate date, Times times, Stamp started, Optional<Completed> completed) {
    static final Column<LocalDate> DATE = Column.text("inspection_date", "the date in the store's zone")
            .as(LocalDate.class, LocalDate::parse, LocalDate::toString);
    private static final Column<Instant> START_BY = Column.instant("start_by", "by when it is to be begun");
    private static final Column<Instant> DUE = Column.instant("due_at", "by when it is to be completed");
    private static final Column<Instant> CLOSES = Column.instant("closes_at", "from when on it is missed");
    private static final Column<Instant> COMPLETED_AT = Column.instant("completed_at", "when it was completed");
    private static final Column<ActorId> COMPLETED_BY = Column.actor("completed_by", "who completed it");
    private static final ColumnGroup<Times> TIMES = ColumnGroup.of(Times.class)
            .column(START_BY, Times::startBy)
            .column(DUE, Times::dueAt)
            .column(CLOSES, Times::closesAt)
            .reads(row -> new Times(row.get(START_BY), row.get(DUE), row.get(CLOSES)));
    private static final ColumnGroup<Stamp> STARTED =
            Stamp.columns(Column.instant("started_at", "when it began"), Column.actor("started_by", "who began it"));
    private static final ColumnGroup<Completed> COMPLETED = ColumnGroup.of(Completed.class)
            .column(COMPLETED_AT, Completed::at)
            .column(COMPLETED_BY, Completed::by)
            .reads(row -> new Completed(row.get(COMPLETED_AT), row.get(COMPLETED_BY)));

    /** The table of inspections. */
    public static final Table<Inspection> TABLE = Table.of("inspection", Inspection::store)
            .column(DATE, Inspection::date)
            .group(TIMES, Inspection::times)
            .group(STARTED, Inspection::started)
            .optional(COMPLETED, Inspection::completed)
            .key(DATE)
            .reads(row ->
                    new Inspection(row.store(), row.get(DATE), row.get(TIMES), row.get(STARTED), row.find(COMPLETED)));

    /**
     * When an inspection is due.
     *
     * @param startBy by when it is to be begun, that instant included
     * @param dueAt by when it is to be completed, that instant included
     * @param closesAt from when on it is missed: the end of its date in the store's zone
     */
    public record Times(Instant startBy, Instant dueAt, Instant closesAt) {
        /** Checks for null. */
        public Times {
            requireNonNull(startBy, "startBy");
            requireNonNull(dueAt, "dueAt");
            requireNonNull(closesAt, "closesAt");
        }
    }

    /**
     * That an inspection was completed.
     *
     * @param at when
     * @param by who
     */
    public record Completed(Instant at, ActorId by) {
        /** Checks for null. */
        public Completed {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
        }
    }

    /** Checks for null. */
    public Inspection {
        requireNonNull(store, "store");
        requireNonNull(date, "date");
        requireNonNull(times, "times");
        requireNonNull(started, "started");
        requireNonNull(completed, "completed");
    }

    /**
     * Whether it was begun after the instant by which it should have been; no more than a flag (D3).
     *
     * @return true if so
     */
    public boolean lateStart() {
        return started.at().isAfter(times.startBy());
    }

    Inspection completed(Completed end) {
        return new Inspection(store, date, times, started, Optional.of(end));
    }
}
