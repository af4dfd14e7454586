package io.storeops.adapter.csv.months;

import io.storeops.id.StoreId;
import io.storeops.storage.Table;
import io.storeops.storage.TableRows;
import java.time.YearMonth;
import java.util.NavigableSet;

/**
 * The rows of a table {@linkplain Table#byMonth() kept by month}, of which an adapter has some in memory and others to fetch.
 * Thread-safe.
 */
public interface Months {
    /**
     * The months in which any store has rows.
     *
     * @return an immutable set
     */
    NavigableSet<YearMonth> all();

    /**
     * The rows of a month. A month that was given may be forgotten as soon as nobody uses it, so ask again each time.
     *
     * @param store the store
     * @param month any month
     * @return its rows, perhaps none
     */
    TableRows rows(StoreId store, YearMonth month);
}
