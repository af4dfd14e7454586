package io.storeops.adapter.csv.storage;

import io.storeops.id.StoreId;
import io.storeops.storage.CommitLog.Written;
import io.storeops.storage.MonthlyRows;
import io.storeops.storage.Table;
import io.storeops.storage.TableRows;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A table that only grows: its files, and its rows for reading. If the rows of a month stand together, only some months are
 * in memory, otherwise all rows.
 */
final class GrowingTable {
    private final GrowingFiles files;
    private final Disk disk;
    private final Optional<MonthTable> months;
    private final Map<StoreId, TableRows> resident = new ConcurrentHashMap<>();

    GrowingTable(GrowingFiles files, Disk disk, int openMonths) {
        this.files = files;
        this.disk = disk;
        this.months =
                files.table().monthLeads() ? Optional.of(new MonthTable(files, disk, openMonths)) : Optional.empty();
    }

    Table<?> table() {
        return files.table();
    }

    GrowingFiles files() {
        return files;
    }

    /** The rows of a store, with what was kept of them. */
    TableRows rows(StoreId store) {
        return months.isPresent() ? new MonthlyRows(table(), store, months.get()) : residentOf(store);
    }

    private TableRows residentOf(StoreId store) {
        return resident.computeIfAbsent(store, missing -> TableRows.inMemory(table()));
    }

    /** Reads what must be in memory. */
    void load(GrowingFile file) throws IOException {
        if (months.isEmpty()) {
            file.rows(disk).forEach(this::put);
        }
    }

    /** Takes a row of a frame that was read from the journal. */
    void replay(long frame, Written written) {
        files.apply(frame, written);
        if (months.isEmpty()) {
            put(written);
        }
    }

    private void put(Written written) {
        residentOf(written.row().store()).put(written);
    }

    /** Reads every file and counts its rows, those of the journal included. */
    long count() throws IOException {
        long count = 0;
        for (GrowingFile file : files.all()) {
            count += file.rows(disk).size();
        }
        return count;
    }
}
