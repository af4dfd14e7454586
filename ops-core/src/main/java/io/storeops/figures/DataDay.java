package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often a date's readings or releases were changed. Whoever decides on a date relies on all its readings, not only on the
 * row that is written; every such commit replaces this row, so that of two decisions made on the same readings one is made
 * anew (R9, R20, R27).
 *
 * @param store the store
 * @param date the date in the store's zone
 * @param commits how many commits changed it, 1 or more
 * @param superseded whether a source took back known values since the last release, which names those that were published (D75)
 */
record DataDay(StoreId store, LocalDate date, long commits, boolean superseded) {
    private static final Column<LocalDate> DATE = Column.date("data_date", "the date in the store's zone");
    private static final Column<Long> COMMITS =
            Column.number("commits", "how many commits changed the date's readings or releases");
    private static final Column<LocalDate> OPEN_UNTIL = Column.date(
            "open_until", "the date itself; 9999-12-31 while a source took back values that no release has named yet");
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    static final Table<DataDay> TABLE = Table.of("data_day", DataDay::store)
            .column(DATE, DataDay::date)
            .column(COMMITS, DataDay::commits)
            .column(OPEN_UNTIL, day -> day.superseded() ? EVER : day.date())
            .key(DATE)
            .path("by_open", OPEN_UNTIL, DATE)
            .reads(row -> new DataDay(
                    row.store(),
                    row.get(DATE),
                    row.get(COMMITS),
                    row.get(OPEN_UNTIL).equals(EVER)));

    DataDay {
        requireNonNull(store, "store");
        requireNonNull(date, "date");
    }

    /** The row of a date as it stands; to be read before the date's readings are. */
    static Optional<Versioned<DataDay>> find(Context context, LocalDate date) {
        return context.once(Found.class, date, () -> new Found(context.rows().find(TABLE, key(context, date))))
                .row();
    }

    /** Reads the rows of dates from one to another at once; a date without a row was never changed. */
    static void readAhead(Context context, LocalDate from, LocalDate to) {
        Map<LocalDate, Versioned<DataDay>> rows = new HashMap<>();
        try (Scan<Versioned<DataDay>> scan = context.rows()
                .scan(Query.of(TABLE, context.store().id()).from(from).to(to.plusDays(1)))) {
            scan.forEachRemaining(row -> rows.put(row.value().date(), row));
        }
        from.datesUntil(to.plusDays(1))
                .forEach(date -> context.once(Found.class, date, () -> new Found(Optional.ofNullable(rows.get(date)))));
    }

    private static Key key(Context context, LocalDate date) {
        return Key.of(context.store().id(), date);
    }

    /** The dates of which a source took back values that no release has named; read together with the row of a date. */
    static List<LocalDate> superseded(Context context, LocalDate date) {
        return context.once(Superseded.class, date, () -> read(context, date)).dates();
    }

    private static Superseded read(Context context, LocalDate date) {
        Map<LocalDate, Versioned<DataDay>> open = new TreeMap<>();
        try (Scan<Versioned<DataDay>> scan = context.rows()
                .scan(Query.of(TABLE, context.store().id(), "by_open").from(date))) {
            scan.forEachRemaining(row -> open.put(row.value().date(), row));
        }
        open.forEach((each, row) -> context.once(Found.class, each, () -> new Found(Optional.of(row))));
        context.once(Found.class, date, () -> new Found(Optional.empty()));
        return new Superseded(open.values().stream()
                .map(Versioned::value)
                .filter(DataDay::superseded)
                .map(DataDay::date)
                .toList());
    }

    private record Found(Optional<Versioned<DataDay>> row) {}

    private record Superseded(List<LocalDate> dates) {}
}
