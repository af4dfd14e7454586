package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.Optional;

/**
 * Up to when a store's agenda was looked at by the engine. Each tick replaces it, so that of two processes that look at the
 * same time one reports what became overdue, and after a pause everything is reported once.
 *
 * @param store the store
 * @param at everything that became overdue up to this instant, itself included, was reported
 * @param first when the engine looked for the first time; of the days before nothing is reported
 */
record TickMark(StoreId store, Instant at, Instant first) {
    private static final Column<Instant> AT = Column.instant("ticked_at", "up to when overdue work was reported");
    private static final Column<Instant> FIRST =
            Column.instant("first_ticked_at", "when the engine looked for the first time");

    static final Table<TickMark> TABLE = Table.of("tick_mark", TickMark::store)
            .column(AT, TickMark::at)
            .column(FIRST, TickMark::first)
            .key()
            .reads(row -> new TickMark(row.store(), row.get(AT), row.get(FIRST)));

    TickMark {
        requireNonNull(store, "store");
        requireNonNull(at, "at");
        requireNonNull(first, "first");
    }

    static Optional<Versioned<TickMark>> find(Context context) {
        return context.rows().find(TABLE, Key.of(context.store().id()));
    }
}
