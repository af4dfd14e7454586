package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.Instant;

/**
 * That an occurrence was raised as overdue, so that it is raised once, whatever clocks do between the looks (D67). A second
 * row is there only if the clock of the first look turned out to be ahead.
 *
 * @param store the store
 * @param occurrence what was raised
 * @param dueAt when it was due
 * @param at when it was raised, by the clock of that look
 */
record Raised(StoreId store, OccurrenceId occurrence, Instant dueAt, Instant at) {
    static final String BY_DUE = "by_due";

    private static final Column<OccurrenceId> OCCURRENCE = Column.text("occurrence_id", "what was overdue")
            .as(OccurrenceId.class, OccurrenceId::parse, OccurrenceId::toString);
    private static final Column<Instant> DUE = Column.instant("due_at", "when it was due");
    private static final Column<Instant> AT = Column.instant("raised_at", "when it was raised");

    static final Table<Raised> TABLE = Table.of("raised", Raised::store)
            .column(OCCURRENCE, Raised::occurrence)
            .column(DUE, Raised::dueAt)
            .column(AT, Raised::at)
            .key(OCCURRENCE, AT)
            .path(BY_DUE, DUE)
            .appendOnly()
            .reads(row -> new Raised(row.store(), row.get(OCCURRENCE), row.get(DUE), row.get(AT)));

    Raised {
        requireNonNull(store, "store");
        requireNonNull(occurrence, "occurrence");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(at, "at");
    }
}
