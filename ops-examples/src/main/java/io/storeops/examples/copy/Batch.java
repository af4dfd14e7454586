package io.storeops.examples.copy;

import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.Column;
import io.storeops.storage.CommitId;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of one table that are copied in one commit, each brought to the revision that it has in the source. The revision
 * matters: that of the charter is the version of the store's rules, which the audit trail names, and a later one than the
 * first tells that an item of evidence was redacted. Not thread-safe.
 *
 * @param <R> the record
 */
final class Batch<R> {
    /** How many changes a commit has at least, unless the table ends. */
    private static final long FULL = 1000;

    private final Table<R> table;
    private final List<Versioned<R>> rows = new ArrayList<>();
    private long changes;

    Batch(Table<R> table) {
        this.table = table;
    }

    /** The id of the commit of a batch, the same however often the copy is begun again. */
    static CommitId id(Table<?> table, int number) {
        return CommitId.of("copy/" + table.name() + "/" + number);
    }

    void add(Versioned<R> row) {
        rows.add(row);
        changes += row.revision();
    }

    boolean full() {
        return changes >= FULL;
    }

    List<Versioned<R>> rows() {
        return rows;
    }

    Changes changes(StoreId store, int number) {
        Changes all = Changes.of(store, id(table, number));
        rows.forEach(row -> add(all, row));
        return all;
    }

    private void add(Changes all, Versioned<R> row) {
        all.insert(table, row.value());
        for (long revision = 1; revision < row.revision(); revision++) {
            if (table.appendOnly()) {
                redactAgain(all, row);
            } else {
                all.replace(table, row.value(), revision);
            }
        }
    }

    /** All that can happen to a row of such a table is a redaction; it takes nothing that is still there. */
    private void redactAgain(Changes all, Versioned<R> versioned) {
        Row row = table.write(versioned.value());
        List<Column<?>> gone = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (table.personal(column) && row.find(column).isEmpty()) {
                gone.add(column);
            }
        }
        if (gone.isEmpty()) {
            throw new NotCopiedException(
                    "The source has " + table.name() + " " + table.keyOf(row) + " at revision " + versioned.revision()
                            + ", but nothing of it was redacted, which is all that can happen to such a row");
        }
        all.redact(table, table.keyOf(row), gone);
    }
}
