package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.time.Instant;

/**
 * An occurrence that a person completed by hand, on evidence. Never changed: what was done late stays late (R6).
 *
 * @param store the store
 * @param occurrence what was done
 * @param dueAt when it was due
 * @param doneAt when it was completed, by the clock of the library
 * @param by who completed it
 * @param rules the version of the position description in force (R1)
 */
record Completion(StoreId store, OccurrenceId occurrence, Instant dueAt, Instant doneAt, ActorId by, String rules) {
    private static final Column<String> OCCURRENCE = Column.text("occurrence_id", "duty and date, slot or task");
    private static final Column<Instant> DUE = Column.instant("due_at", "when it was due");
    private static final Column<Instant> DONE = Column.instant("done_at", "when it was completed");
    private static final Column<String> BY = Column.text("done_by", "who completed it");
    private static final Column<String> RULES = Column.text("rules_version", "the version of the roster in force");

    static final Table<Completion> TABLE = Table.of("completion", Completion::store)
            .column(OCCURRENCE, completion -> completion.occurrence().toString())
            .column(DUE, Completion::dueAt)
            .column(DONE, Completion::doneAt)
            .column(BY, completion -> completion.by().value())
            .column(RULES, Completion::rules)
            .key(OCCURRENCE)
            .appendOnly()
            .reads(row -> new Completion(
                    row.store(),
                    OccurrenceId.parse(row.get(OCCURRENCE)),
                    row.get(DUE),
                    row.get(DONE),
                    ActorId.of(row.get(BY)),
                    row.get(RULES)));

    Completion {
        requireNonNull(store, "store");
        requireNonNull(occurrence, "occurrence");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(doneAt, "doneAt");
        requireNonNull(by, "by");
        requireNonNull(rules, "rules");
    }

    static Key key(StoreId store, OccurrenceId occurrence) {
        return Key.of(store, occurrence.toString());
    }
}
