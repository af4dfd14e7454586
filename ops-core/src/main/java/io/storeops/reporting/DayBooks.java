package io.storeops.reporting;

import io.storeops.act.Context;
import io.storeops.calendar.SlotId;
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
        return context.once(DayBook.class, date, () -> {
            DayFigures figures = DayFigures.load(context, date);
            List<ReleaseEntry> entries = entries(context, date);
            return book(context, figures, entries, entries);
        });
    }

    /** The same with the deliveries of one slot's releases only, which are all that a decision on the slot asks for. */
    static DayBook deciding(Context context, SlotId slot) {
        return context.once(DayBook.class, slot, () -> {
            DayFigures figures = DayFigures.load(context, slot.date());
            List<ReleaseEntry> entries = entries(context, slot.date());
            return book(
                    context,
                    figures,
                    entries,
                    entries.stream().filter(entry -> entry.slot().equals(slot)).toList());
        });
    }

    private static DayBook book(
            Context context, DayFigures figures, List<ReleaseEntry> entries, List<ReleaseEntry> followed) {
        StoreView rows = context.rows();
        Map<String, Delivery> deliveries = new HashMap<>();
        for (ReleaseEntry entry : followed) {
            rows.find(Delivery.TABLE, Delivery.key(rows.store(), entry.messageId()))
                    .ifPresent(delivery -> deliveries.put(entry.messageId(), delivery.value()));
        }
        return new DayBook(figures, context.now(), Instant.MAX, entries, deliveries);
    }

    /** The releases that showed the date: its own, and the first of the next. */
    private static List<ReleaseEntry> entries(Context context, LocalDate date) {
        StoreView rows = context.rows();
        LocalDate tomorrow = context.dayAfter(date);
        Query<ReleaseEntry> all = Query.of(ReleaseEntry.TABLE, rows.store());
        if (date.isBefore(context.today())) {
            List<ReleaseEntry> entries = new ArrayList<>(rows.all(all.where(date)));
            entries.addAll(rows.all(all.where(tomorrow, 1)));
            return entries;
        }
        // Nothing of tomorrow is released yet, unless the clock was set back; so both dates are read at once.
        return rows.all(all.from(date).to(tomorrow.plusDays(1))).stream()
                .filter(entry ->
                        entry.slot().date().equals(date) || entry.slot().number() == 1)
                .toList();
    }
}
