package io.storeops.task;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The summary of a day's tasks (R82): which of those that were due on a date were done when somebody filed it, and which were not. Its text
 * is evidence of its occurrence. Never changed. Immutable.
 *
 * @param store the store
 * @param date the date in the store's zone on which the tasks were due
 * @param dueAt by when it was due, that instant included
 * @param done the tasks that were done, in the order of their due instants, copied
 * @param notDone those that were not: given up, or still open; copied
 * @param filed who filed it, when, under which rules (R1)
 */
public record DaySummary(
        StoreId store, LocalDate date, Instant dueAt, List<String> done, List<String> notDone, Stamp filed) {
    private static final Column<LocalDate> DATE = Column.date("summary_date", "the date in the store's zone");
    private static final Column<Instant> DUE = Column.instant("due_at", "by when it was due");
    private static final Column<List<String>> DONE =
            Column.list("tasks_done", "the tasks that were done", JsonReader::text, Json::of);
    private static final Column<List<String>> NOT_DONE =
            Column.list("tasks_not_done", "the tasks that were not done", JsonReader::text, Json::of);
    private static final ColumnGroup<Stamp> FILED =
            Stamp.columns(Column.instant("filed_at", "when it was filed"), Column.actor("filed_by", "who filed it"));

    /** The table of summaries, append-only. */
    public static final Table<DaySummary> TABLE = Table.of("day_summary", DaySummary::store)
            .column(DATE, DaySummary::date)
            .column(DUE, DaySummary::dueAt)
            .column(DONE, DaySummary::done)
            .column(NOT_DONE, DaySummary::notDone)
            .group(FILED, DaySummary::filed)
            .key(DATE)
            .appendOnly()
            .reads(row -> new DaySummary(
                    row.store(), row.get(DATE), row.get(DUE), row.get(DONE), row.get(NOT_DONE), row.get(FILED)));

    /** Copies the lists. */
    public DaySummary {
        requireNonNull(store, "store");
        requireNonNull(date, "date");
        requireNonNull(dueAt, "dueAt");
        done = ImmutableList.copyOf(done);
        notDone = ImmutableList.copyOf(notDone);
        requireNonNull(filed, "filed");
    }

    /**
     * Whether it was filed after its due instant.
     *
     * @return false up to that instant, that instant included
     */
    public boolean late() {
        return filed.at().isAfter(dueAt);
    }
}
