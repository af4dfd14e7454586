package io.storeops.spi.tck;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A row with a key of two columns and an access path over every type that a path can have. Two columns bear names that SQL
 * reserves: a declaration does not care, so an adapter must.
 */
record Task(StoreId store, LocalDate day, long number, String owner, Instant dueAt, BigDecimal order, boolean done) {
    private static final Column<LocalDate> DAY = Column.date("day", "the day");
    private static final Column<Long> NUMBER = Column.number("number", "the number within the day");
    private static final Column<String> OWNER = Column.text("user", "who does it");
    private static final Column<Instant> DUE_AT = Column.instant("due_at", "when it is due");
    private static final Column<BigDecimal> ORDER = Column.decimal("order", "its place among all");
    private static final Column<Boolean> DONE = Column.flag("done", "whether it is done");

    static final String BY_OWNER = "by_owner";
    static final String BY_DONE = "by_done";
    static final String BY_ORDER = "by_order";
    static final String BY_DUE = "by_due";
    static final String BY_NUMBER = "by_number";

    static final Table<Task> TABLE = Table.of("kit_task", Task::store)
            .column(DAY, Task::day)
            .column(NUMBER, Task::number)
            .column(OWNER, Task::owner)
            .column(DUE_AT, Task::dueAt)
            .column(ORDER, Task::order)
            .column(DONE, Task::done)
            .key(DAY, NUMBER)
            .path(BY_OWNER, OWNER, DUE_AT)
            .path(BY_DONE, DONE, OWNER)
            .path(BY_ORDER, ORDER)
            .path(BY_DUE, DUE_AT)
            .path(BY_NUMBER, NUMBER)
            .reads(row -> new Task(
                    row.store(),
                    row.get(DAY),
                    row.get(NUMBER),
                    row.get(OWNER),
                    row.get(DUE_AT),
                    row.get(ORDER),
                    row.get(DONE)));

    static final Comparator<Task> KEY_ORDER = Comparator.comparing(Task::day).thenComparing(Task::number);

    static final LocalDate FIRST_DAY = LocalDate.of(2024, 6, 16);

    static Task of(long number) {
        return new Task(
                KitStore.ID, FIRST_DAY, number, "op-1", Instant.parse("2024-06-16T01:00:00Z"), BigDecimal.ONE, false);
    }

    Task in(StoreId other) {
        return new Task(other, day, number, owner, dueAt, order, done);
    }

    Task on(LocalDate other) {
        return new Task(store, other, number, owner, dueAt, order, done);
    }

    Task by(String other) {
        return new Task(store, day, number, other, dueAt, order, done);
    }

    Task due(Instant other) {
        return new Task(store, day, number, owner, other, order, done);
    }

    Task placed(BigDecimal other) {
        return new Task(store, day, number, owner, dueAt, other, done);
    }

    Task done(boolean other) {
        return new Task(store, day, number, owner, dueAt, order, other);
    }

    Key key() {
        return Key.of(store, day, number);
    }
}
