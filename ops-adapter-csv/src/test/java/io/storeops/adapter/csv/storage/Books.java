package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;

import io.storeops.id.Sha256;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a store should hold, kept beside it.
 *
 * @param rows every row with its revision by table and key
 * @param blobs the contents that were put and not erased
 * @param forgotten texts that must be nowhere
 * @param commits the number of the last commit
 */
record Books(SortedMap<String, String> rows, SortedSet<Sha256> blobs, SortedSet<String> forgotten, long commits) {
    static Books empty() {
        return new Books(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), 0);
    }

    /** The rows of a store as they are. */
    static SortedMap<String, String> rowsOf(Storage storage) {
        SortedMap<String, String> rows = new TreeMap<>();
        collect(storage, Note.TABLE, rows);
        collect(storage, Buyer.TABLE, rows);
        collect(storage, Tally.TABLE, rows);
        collect(storage, Trace.TABLE, rows);
        return rows;
    }

    private static <R> void collect(Storage storage, Table<R> table, Map<String, String> rows) {
        try (Scan<Versioned<R>> scan = storage.scan(Query.of(table, SHOP))) {
            scan.forEachRemaining(found ->
                    rows.put(table.keyOf(table.write(found.value())).toString() + table, text(found)));
        }
    }

    private static String text(Versioned<?> found) {
        return found.value() + " at " + found.revision();
    }

    Books withCommit() {
        return new Books(new TreeMap<>(rows), new TreeSet<>(blobs), new TreeSet<>(forgotten), commits + 1);
    }

    Books copy() {
        return new Books(new TreeMap<>(rows), new TreeSet<>(blobs), new TreeSet<>(forgotten), commits);
    }

    <R> void put(Table<R> table, R value, long revision) {
        rows.put(table.keyOf(table.write(value)).toString() + table, text(new Versioned<>(value, revision)));
    }
}
