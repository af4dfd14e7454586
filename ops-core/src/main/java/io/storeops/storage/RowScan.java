package io.storeops.storage;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** A scan over rows, each turned into its record when it is reached. */
final class RowScan<R> implements Scan<Versioned<R>> {
    private final Table<R> table;
    private final Iterator<CommitLog.Written> rows;
    private final Runnable refuseIfStorageClosed;
    private boolean closed;

    RowScan(Table<R> table, Iterator<CommitLog.Written> rows, Runnable refuseIfStorageClosed) {
        this.table = table;
        this.rows = rows;
        this.refuseIfStorageClosed = refuseIfStorageClosed;
    }

    @Override
    public boolean hasNext() {
        refuseIfStorageClosed.run();
        return !closed && rows.hasNext();
    }

    @Override
    public Versioned<R> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The scan of " + table + " is at its end");
        }
        CommitLog.Written next = rows.next();
        return new Versioned<>(table.read(next.row()), next.revision());
    }

    @Override
    public void close() {
        closed = true;
    }
}
