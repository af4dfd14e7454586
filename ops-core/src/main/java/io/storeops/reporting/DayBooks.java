package io.storeops.reporting;

import io.storeops.act.Context;
import io.storeops.calendar.SlotId;
import io.storeops.figures.DayFigures;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.StoreView;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Loads day books. */
final class DayBooks {
    private DayBooks() {}

    /** Loads a date's book under the roster that was in force on the date (R2). */
    static DayBook load(Context context, LocalDate date) {
        return context.once(DayBook.class, date, () -> {
            DayFigures figures = DayFigures.load(context, date);
            List<ReleaseEntry> entries = entries(context, date);
            return book(context, figures, entries, entries, id -> find(context, id));
        });
    }

    /** The books of dates, in order; those that are not known yet are read at once, however many they are. */
    static List<DayBook> load(Context context, List<LocalDate> dates) {
        List<LocalDate> unknown = dates.stream()
                .filter(date -> !context.knows(DayBook.class, date))
                .toList();
        if (unknown.size() > 1) {
            readAhead(context, unknown);
        }
        return dates.stream().map(date -> load(context, date)).toList();
    }

    private static void readAhead(Context context, List<LocalDate> dates) {
        LocalDate first = dates.get(0);
        LocalDate end = context.dayAfter(dates.get(dates.size() - 1)).plusDays(1);
        StoreView rows = context.rows();
        DayFigures.readAhead(context, dates);
        Map<LocalDate, List<ReleaseEntry>> entries = new HashMap<>();
        try (Scan<Versioned<ReleaseEntry>> scan =
                rows.scan(Query.of(ReleaseEntry.TABLE, rows.store()).from(first).to(end))) {
            scan.forEachRemaining(
                    row -> entries.computeIfAbsent(row.value().slot().date(), date -> new ArrayList<>())
                            .add(row.value()));
        }
        Map<String, Delivery> deliveries = new HashMap<>();
        try (Scan<Versioned<Delivery>> scan = rows.scan(Delivery.unread(rows.store())
                .from(ReleaseEntry.messagesFrom(first))
                .to(ReleaseEntry.messagesFrom(end)))) {
            scan.forEachRemaining(row -> deliveries.put(row.value().messageId(), row.value()));
        }
        for (LocalDate date : dates) {
            List<ReleaseEntry> shown = Stream.concat(
                            entries.getOrDefault(date, List.of()).stream(),
                            entries.getOrDefault(context.dayAfter(date), List.of()).stream()
                                    .filter(entry -> entry.slot().number() == 1))
                    .toList();
            context.once(
                    DayBook.class,
                    date,
                    () -> book(
                            context,
                            DayFigures.load(context, date),
                            shown,
                            shown,
                            id -> Optional.ofNullable(deliveries.get(id))));
        }
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
                    entries.stream().filter(entry -> entry.slot().equals(slot)).toList(),
                    id -> find(context, id));
        });
    }

    private static Optional<Delivery> find(Context context, String messageId) {
        StoreView rows = context.rows();
        return rows.find(Delivery.TABLE, Delivery.key(rows.store(), messageId)).map(Versioned::value);
    }

    private static DayBook book(
            Context context,
            DayFigures figures,
            List<ReleaseEntry> entries,
            List<ReleaseEntry> followed,
            Function<String, Optional<Delivery>> found) {
        Map<String, Delivery> deliveries = new HashMap<>();
        for (ReleaseEntry entry : followed) {
            found.apply(entry.messageId()).ifPresent(delivery -> deliveries.put(entry.messageId(), delivery));
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
