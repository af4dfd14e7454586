package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
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
public record DataDay(StoreId store, LocalDate date, long commits) {
    private static final Column<LocalDate> DATE = Column.date("data_date", "the date in the store's zone");
    private static final Column<Long> COMMITS =
            Column.number("commits", "how many commits changed the date's readings or releases");

    /** The table of guards. */
    public static final Table<DataDay> TABLE = Table.of("data_day", DataDay::store)
            .column(DATE, DataDay::date)
            .column(COMMITS, DataDay::commits)
            .key(DATE)
            .reads(row -> new DataDay(row.store(), row.get(DATE), row.get(COMMITS)));

    /** Checks for null. */
    public DataDay {
        requireNonNull(store, "store");
        requireNonNull(date, "date");
    }

    /**
     * The guard of a date as it stood before the date was loaded.
     *
     * @param store the store
     * @param date the date in the store's zone
     * @param known the row as read, empty if nothing was ever decided on the date
     */
    public record Guard(StoreId store, LocalDate date, Optional<Versioned<DataDay>> known) {
        /**
         * Reads the guard. To be called before the date's readings are.
         *
         * @param rows the store's rows
         * @param date the date in the store's zone
         * @return the guard
         */
        public static Guard read(StoreView rows, LocalDate date) {
            return new Guard(rows.store(), date, rows.find(TABLE, Key.of(rows.store(), date)));
        }

        /**
         * Adds the guard to the commit of what was decided.
         *
         * @param changes the commit
         */
        public void addTo(Changes changes) {
            if (known.isPresent()) {
                long commits = known.get().value().commits() + 1;
                changes.replace(
                        TABLE, new DataDay(store, date, commits), known.get().revision());
            } else {
                changes.insert(TABLE, new DataDay(store, date, 1));
            }
        }
    }
}
