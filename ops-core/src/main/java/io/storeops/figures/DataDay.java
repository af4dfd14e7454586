package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How often a date's readings or releases were changed. Whoever decides on a date relies on all its readings, not only on the
 * row that is written; every such commit replaces this row, so that of two decisions made on the same readings one is made
 * anew (R9, R20, R27).
 *
 * @param store the store
 * @param date the date in the store's zone
 * @param commits how many commits changed it, 1 or more
 */
record DataDay(StoreId store, LocalDate date, long commits) {
    private static final Column<LocalDate> DATE = Column.date("data_date", "the date in the store's zone");
    private static final Column<Long> COMMITS =
            Column.number("commits", "how many commits changed the date's readings or releases");

    static final Table<DataDay> TABLE = Table.of("data_day", DataDay::store)
            .column(DATE, DataDay::date)
            .column(COMMITS, DataDay::commits)
            .key(DATE)
            .reads(row -> new DataDay(row.store(), row.get(DATE), row.get(COMMITS)));

    DataDay {
        requireNonNull(store, "store");
        requireNonNull(date, "date");
    }

    /** The row of a date as it stands; to be read before the date's readings are. */
    static Optional<Versioned<DataDay>> find(StoreView rows, LocalDate date) {
        return rows.find(TABLE, Key.of(rows.store(), date));
    }
}
