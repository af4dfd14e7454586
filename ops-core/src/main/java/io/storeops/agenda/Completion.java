package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;

/**
 * An occurrence that a person completed by hand, on evidence. Never changed: what was done late stays late (R6).
 *
 * @param store the store
 * @param occurrence what was done
 * @param dueAt when it was due
 * @param done who completed it, when and under which rules
 */
record Completion(StoreId store, OccurrenceId occurrence, Instant dueAt, Stamp done) {
    private static final Column<OccurrenceId> OCCURRENCE = Column.text("occurrence_id", "duty and date, slot or task")
            .as(OccurrenceId.class, OccurrenceId::parse, OccurrenceId::toString);
    private static final Column<Instant> DUE = Column.instant("due_at", "when it was due");
    private static final ColumnGroup<Stamp> DONE = Stamp.columns(
            Column.instant("done_at", "when it was completed"), Column.actor("done_by", "who completed it"));

    static final Table<Completion> TABLE = Table.of("completion", Completion::store)
            .column(OCCURRENCE, Completion::occurrence)
            .column(DUE, Completion::dueAt)
            .group(DONE, Completion::done)
            .key(OCCURRENCE)
            .appendOnly()
            .reads(row -> new Completion(row.store(), row.get(OCCURRENCE), row.get(DUE), row.get(DONE)));

    Completion {
        requireNonNull(store, "store");
        requireNonNull(occurrence, "occurrence");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(done, "done");
    }
}
