package io.storeops.adapter.csv.months;

import io.storeops.id.StoreId;
import io.storeops.storage.Table;
import io.storeops.storage.TableRows;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Months in memory that say which of them were asked for. */
final class FetchedMonths implements Months {
    private final Table<?> table;
    private final TreeMap<YearMonth, TableRows> kept = new TreeMap<>();
    private final TreeSet<YearMonth> asked = new TreeSet<>();

    FetchedMonths(Table<?> table) {
        this.table = table;
    }

    @Override
    public NavigableSet<YearMonth> all() {
        return kept.navigableKeySet();
    }

    @Override
    public TableRows rows(StoreId store, YearMonth month) {
        asked.add(month);
        return kept.computeIfAbsent(month, missing -> TableRows.inMemory(table));
    }

    /** Which months were asked for since the last time. */
    List<String> asked() {
        List<String> months = asked.stream().map(YearMonth::toString).toList();
        asked.clear();
        return months;
    }
}
