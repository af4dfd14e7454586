package io.storeops.reporting;

import io.storeops.act.Context;
import io.storeops.figures.DayFigures;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads day books. */
final class DayBooks {
    private DayBooks() {}

    /** Loads a date's book under the roster that was in force on the date (R2). */
    static DayBook load(Context context, LocalDate date) {
        StoreView rows = context.rows();
        List<ReleaseEntry> entries = new ArrayList<>(
                rows.all(Query.of(ReleaseEntry.TABLE, rows.store()).where(date)));
        entries.addAll(rows.all(Query.of(ReleaseEntry.TABLE, rows.store()).where(date.plusDays(1), 1)));
        Map<String, Delivery> deliveries = new HashMap<>();
        for (ReleaseEntry entry : entries) {
            rows.find(Delivery.TABLE, Delivery.key(rows.store(), entry.messageId()))
                    .ifPresent(delivery -> deliveries.put(entry.messageId(), delivery.value()));
        }
        return new DayBook(DayFigures.load(context, date), context.now(), Instant.MAX, entries, deliveries);
    }
}
