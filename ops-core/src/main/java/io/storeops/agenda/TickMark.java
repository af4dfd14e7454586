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
 */
record TickMark(StoreId store, Instant at) {
    private static final Column<Instant> AT = Column.instant("ticked_at", "up to when overdue work was reported");

    static final Table<TickMark> TABLE = Table.of("tick_mark", TickMark::store)
            .column(AT, TickMark::at)
            .key()
            .reads(row -> new TickMark(row.store(), row.get(AT)));

    TickMark {
        requireNonNull(store, "store");
        requireNonNull(at, "at");
    }

    static Optional<Versioned<TickMark>> find(Context context) {
        return context.rows().find(TABLE, Key.of(context.store().id()));
    }
}
