package io.storeops.adapter.csv.storage;

import io.storeops.adapter.csv.months.MonthlyRows;
import io.storeops.adapter.csv.months.OutlinedRows;
import io.storeops.id.StoreId;
import io.storeops.storage.CommitLog.Written;
import io.storeops.storage.Table;
import io.storeops.storage.TableRows;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A table that only grows: its files, and its rows for reading. If they are kept by month, only some months are in memory,
 * and of the others no more than outlines if the rows of a month do not stand together; otherwise all rows.
 */
final class GrowingTable {
    private final GrowingFiles files;
    private final Disk disk;
    private final Optional<MonthTable> months;
    private final Map<StoreId, OutlinedRows> outlined = new ConcurrentHashMap<>();
    private final Map<StoreId, TableRows> resident = new ConcurrentHashMap<>();

    GrowingTable(GrowingFiles files, Disk disk, int openMonths) {
        this.files = files;
        this.disk = disk;
        this.months = files.table().byMonth() ? Optional.of(new MonthTable(files, disk, openMonths)) : Optional.empty();
    }

    Table<?> table() {
        return files.table();
    }

    GrowingFiles files() {
        return files;
    }

    /** The rows of a store, with what was kept of them. */
    TableRows rows(StoreId store) {
        if (months.isEmpty()) {
            return residentOf(store);
        }
        return table().monthLeads() ? new MonthlyRows(table(), store, months.get()) : outlinedOf(store, months.get());
    }

    private TableRows residentOf(StoreId store) {
        return resident.computeIfAbsent(store, missing -> TableRows.inMemory(table()));
    }

    /** One for all who ask: its outlines are guarded by the store's lock, as rows in memory are. */
    private OutlinedRows outlinedOf(StoreId store, MonthTable months) {
        return outlined.computeIfAbsent(store, missing -> new OutlinedRows(table(), missing, months));
    }

    /** Whether every row must be known when the store is opened; otherwise files are read when they are asked for. */
    boolean known() {
        return !table().monthLeads();
    }

    /** Takes over the rows of a file, of a table whose rows must be {@link #known}. */
    void load(List<Written> rows) {
        rows.stream()
                .collect(Collectors.groupingBy(written -> written.row().store()))
                .forEach(this::take);
    }

    /** Takes a row of a frame that was read from the journal. */
    void replay(long frame, Written written) {
        files.apply(frame, written);
        if (known()) {
            take(written.row().store(), List.of(written));
        }
    }

    private void take(StoreId store, List<Written> rows) {
        if (months.isPresent()) {
            outlinedOf(store, months.get()).know(rows);
        } else {
            rows.forEach(residentOf(store)::put);
        }
    }

    /** Counts the rows, those of the journal included, and reads the files that were not read yet. */
    long count() throws IOException {
        long count = 0;
        for (GrowingFile file : files.all()) {
            count += file.count(disk);
        }
        return count;
    }
}
