package io.storeops.sample;

import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.Instant;

/**
 * Somebody who keeps things was given a task, and is reminded of them.
 *
 * @param store the store
 * @param task the task
 * @param keeper who is reminded
 * @param things how many things they keep
 * @param at when
 */
public record Reminder(StoreId store, String task, ActorId keeper, int things, Instant at) {
    private static final Column<String> TASK = Column.text("task_id", "the task");
    private static final Column<ActorId> KEEPER = Column.actor("keeper_id", "who is reminded");
    private static final Column<Integer> THINGS = Column.count("things", "how many things they keep");
    private static final Column<Instant> AT = Column.instant("reminded_at", "when");

    static final Table<Reminder> TABLE = Table.of("reminder", Reminder::store)
            .column(TASK, Reminder::task)
            .column(KEEPER, Reminder::keeper)
            .column(THINGS, Reminder::things)
            .column(AT, Reminder::at)
            .key(TASK)
            .reads(row -> new Reminder(row.store(), row.get(TASK), row.get(KEEPER), row.get(THINGS), row.get(AT)));
}
