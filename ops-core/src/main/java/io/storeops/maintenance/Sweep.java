package io.storeops.maintenance;

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
import java.util.Optional;

/**
 * The sweep of a date (R42, D21): what was still open when somebody made it. Never changed. Immutable.
 *
 * @param store the store
 * @param date the date in the store's zone
 * @param dueAt by when it was due, that instant included
 * @param inspected whether the date's inspection was completed, or none was expected
 * @param open the anomalies that were open, in the order in which they were first seen, copied
 * @param couldNotCheck the lines of the date's checklist that could not be checked, copied
 * @param messageId the notice; empty if the roster names no channel for one
 * @param made who made it, when, under which rules (R1)
 */
public record Sweep(
        StoreId store,
        LocalDate date,
        Instant dueAt,
        boolean inspected,
        List<String> open,
        List<String> couldNotCheck,
        Optional<String> messageId,
        Stamp made) {
    private static final Column<LocalDate> DATE = Column.date("sweep_date", "the date in the store's zone");
    private static final Column<Instant> DUE = Column.instant("due_at", "by when it was due");
    private static final Column<Boolean> INSPECTED =
            Column.flag("inspected", "whether the date's inspection was completed, or none expected");
    private static final Column<List<String>> OPEN =
            Column.list("open_anomalies", "the anomalies that were open", JsonReader::text, Json::of);
    private static final Column<List<String>> UNCHECKED =
            Column.list("could_not_check", "the lines that could not be checked", JsonReader::text, Json::of);
    private static final Column<String> MESSAGE = Column.text("message_id", "its notice");
    private static final ColumnGroup<Stamp> MADE =
            Stamp.columns(Column.instant("made_at", "when it was made"), Column.actor("made_by", "who made it"));

    /** The table of sweeps, append-only. */
    public static final Table<Sweep> TABLE = Table.of("sweep", Sweep::store)
            .column(DATE, Sweep::date)
            .column(DUE, Sweep::dueAt)
            .column(INSPECTED, Sweep::inspected)
            .column(OPEN, Sweep::open)
            .column(UNCHECKED, Sweep::couldNotCheck)
            .optional(MESSAGE, Sweep::messageId)
            .group(MADE, Sweep::made)
            .key(DATE)
            .appendOnly()
            .reads(row -> new Sweep(
                    row.store(),
                    row.get(DATE),
                    row.get(DUE),
                    row.get(INSPECTED),
                    row.get(OPEN),
                    row.get(UNCHECKED),
                    row.find(MESSAGE),
                    row.get(MADE)));

    /** What the notice of a sweep says. */
    public enum Notice {
        /** Nothing is open, and everything was checked. */
        NO_EXCEPTION,
        /** Something is open, or was not checked: the notice names it. */
        OPEN_LIST
    }

    /** Copies the lists. */
    public Sweep {
        requireNonNull(store, "store");
        requireNonNull(date, "date");
        requireNonNull(dueAt, "dueAt");
        open = ImmutableList.copyOf(open);
        couldNotCheck = ImmutableList.copyOf(couldNotCheck);
        requireNonNull(messageId, "messageId");
        requireNonNull(made, "made");
    }

    /**
     * What its notice says.
     *
     * @return NO_EXCEPTION only if nothing was open and every line could be checked (D21), by an inspection that was completed
     */
    public Notice notice() {
        return inspected && open.isEmpty() && couldNotCheck.isEmpty() ? Notice.NO_EXCEPTION : Notice.OPEN_LIST;
    }
}
