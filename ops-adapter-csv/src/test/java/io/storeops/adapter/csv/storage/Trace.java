package io.storeops.adapter.csv.storage;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.Instant;

/** An append-only record kept by month, whose paths say nothing of the month. */
record Trace(StoreId store, long number, Instant at, String cause) {
    private static final Column<Long> NUMBER = Column.number("number", "the number");
    private static final Column<Instant> AT = Column.instant("at", "when");
    private static final Column<String> CAUSE = Column.text("cause", "what it was done for");

    static final Table<Trace> TABLE = Table.of("trace", Trace::store)
            .column(NUMBER, Trace::number)
            .column(AT, Trace::at)
            .column(CAUSE, Trace::cause)
            .key(NUMBER)
            .path("by_cause", CAUSE)
            .appendOnlyByMonth(AT)
            .reads(row -> new Trace(row.store(), row.get(NUMBER), row.get(AT), row.get(CAUSE)));

    static Trace of(StoreId store, long number, String at) {
        return new Trace(store, number, Instant.parse(at), "cause " + number);
    }
}
