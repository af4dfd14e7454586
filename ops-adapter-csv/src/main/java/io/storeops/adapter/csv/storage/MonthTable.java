package io.storeops.adapter.csv.storage;

import io.storeops.adapter.csv.months.Months;
import io.storeops.failure.FaultKind;
import io.storeops.id.StoreId;
import io.storeops.storage.CommitLog.Written;
import io.storeops.storage.StorageException;
import io.storeops.storage.TableRows;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The rows of a table by month: the months used last are in memory, the others in their files. */
final class MonthTable implements Months {
    private final GrowingFiles files;
    private final Disk disk;
    private final int mostOpen;
    private final Lock lock = new ReentrantLock();

    /** The least recently used first. */
    private final Map<YearMonth, Map<StoreId, TableRows>> open = new LinkedHashMap<>(16, 0.75f, true);

    /** The month that was used last, which needs no lock: using it again changes nothing in the order. */
    private volatile Used last = new Used(YearMonth.of(1, 1), Map.of());

    private record Used(YearMonth month, Map<StoreId, TableRows> stores) {}

    MonthTable(GrowingFiles files, Disk disk, int mostOpen) {
        this.files = files;
        this.disk = disk;
        this.mostOpen = mostOpen;
    }

    @Override
    public NavigableSet<YearMonth> all() {
        return files.months();
    }

    /**
     * The rows of a month. If they were read before a commit wrote to the month and forgotten before it was applied, it is
     * the next reading that has them: a commit is in its file, or waiting for it, before it is applied here.
     *
     * @throws StorageException if its file cannot be read, or was changed outside
     */
    @Override
    public TableRows rows(StoreId store, YearMonth month) {
        Used used = last;
        TableRows known = used.month().equals(month) ? used.stores().get(store) : null;
        return known == null ? opened(store, month) : known;
    }

    private TableRows opened(StoreId store, YearMonth month) {
        lock.lock();
        try {
            Map<StoreId, TableRows> opened = open.get(month);
            if (opened == null) {
                opened = read(month);
                open.put(month, opened);
                closeEldest();
            }
            last = new Used(month, opened);
            return opened.computeIfAbsent(store, missing -> TableRows.inMemory(files.table()));
        } finally {
            lock.unlock();
        }
    }

    private void closeEldest() {
        Iterator<YearMonth> eldest = open.keySet().iterator();
        while (open.size() > mostOpen) {
            eldest.next();
            eldest.remove();
        }
    }

    private Map<StoreId, TableRows> read(YearMonth month) {
        Map<StoreId, TableRows> stores = new ConcurrentHashMap<>();
        Optional<GrowingFile> file = files.of(month);
        try {
            for (Written row : file.isPresent() ? file.get().rows(disk) : List.<Written>of()) {
                stores.computeIfAbsent(row.row().store(), missing -> TableRows.inMemory(files.table()))
                        .put(row);
            }
            return stores;
        } catch (IOException e) {
            throw new StorageException(
                    FaultKind.INVALID,
                    "The month " + month + " of table " + files.table() + " in the CSV store " + disk.folder()
                            + " cannot be read (" + e + ")",
                    e);
        }
    }
}
