package io.storeops.adapter.csv.storage;

import io.storeops.id.StoreId;
import io.storeops.storage.CommitLog.Written;
import io.storeops.storage.Key;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows by file, as the next checkpoint will write them. Kept beside the {@link MemoryStorage}, whose rows are behind
 * a lock per store that a checkpoint inside a commit must not wait for; the rows themselves are shared.
 */
final class Content {
    private final Map<String, TableFile> files = new LinkedHashMap<>();
    private final TableFile receipts = TableFile.ofReceipts();
    private final Map<TableFile, NavigableMap<Key, Written>> rows = new LinkedHashMap<>();
    private final Map<StoreId, Long> lastNumbers = new HashMap<>();
    private final Set<TableFile> changed = new LinkedHashSet<>();
    private boolean erased;

    Content(Collection<? extends Table<?>> tables) {
        rows.put(receipts, new TreeMap<>());
        for (Table<?> table : tables) {
            TableFile file = TableFile.of(table);
            if (files.putIfAbsent(table.name(), file) != null) {
                throw new IllegalArgumentException("Two tables have the name '" + table.name() + "'");
            }
            rows.put(file, new TreeMap<>());
        }
    }

    /** The files of the declared tables by table name. */
    Map<String, TableFile> files() {
        return files;
    }

    /** All files, that of the receipts first. */
    Set<TableFile> all() {
        return rows.keySet();
    }

    /** The files that differ from the last checkpoint. */
    Set<TableFile> changed() {
        return changed;
    }

    /** Whether personal data went since the last checkpoint, of which the files or the journal still have a copy. */
    boolean erased() {
        return erased;
    }

    /** A checkpoint has written everything. */
    void written() {
        changed.clear();
        erased = false;
    }

    Collection<Written> rows(TableFile file) {
        return map(file).values();
    }

    private NavigableMap<Key, Written> map(TableFile file) {
        NavigableMap<Key, Written> map = rows.get(file);
        if (map == null) {
            throw new IllegalArgumentException(file.name() + " is no file of this store");
        }
        return map;
    }

    /**
     * Takes over what a table file holds.
     *
     * @throws DamagedFileException if a store's receipts have a gap
     */
    void load(TableFile file, List<Written> content) {
        for (Written row : content) {
            put(file, row);
            if (file.equals(receipts)) {
                remember(receipt(row), file.name());
            }
        }
    }

    private Receipt receipt(Written row) {
        try {
            return Receipt.TABLE.read(row.row());
        } catch (IllegalArgumentException e) {
            throw new DamagedFileException(receipts.name(), 0, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Applies a frame of the journal, possibly once more.
     *
     * @throws DamagedFileException if the store has not had the commit before it
     */
    void apply(Frame.Commit commit) {
        Receipt receipt = new Receipt(commit.store(), commit.committed());
        remember(receipt, JournalContent.FILE);
        put(receipts, new Written(receipt.row(), 1));
        changed.add(receipts);
        for (Frame.FileRow row : commit.rows()) {
            put(row.file(), row.written());
            changed.add(row.file());
        }
    }

    private void put(TableFile file, Written row) {
        Written before = map(file).put(file.table().keyOf(row.row()), row);
        erased |= before != null
                && erases(file.table(), before.row().values(), row.row().values());
    }

    private static boolean erases(
            Table<?> table, List<? extends @Nullable Object> before, List<? extends @Nullable Object> after) {
        for (int i = 0; i < after.size(); i++) {
            if (before.get(i) != null
                    && after.get(i) == null
                    && table.personal(table.columns().get(i))) {
                return true;
            }
        }
        return false;
    }

    private void remember(Receipt receipt, String file) {
        long number = receipt.committed().number();
        long last = lastNumbers.getOrDefault(receipt.store(), 0L);
        if (number > last + 1) {
            throw new DamagedFileException(
                    file, 0, "commit " + number + " of store " + receipt.store() + " follows commit " + last);
        }
        lastNumbers.put(receipt.store(), Math.max(last, number));
    }

    long commits() {
        return rows(receipts).size();
    }

    void loadInto(MemoryStorage.Loader loader) {
        rows.forEach((file, content) -> {
            for (Written row : content.values()) {
                if (file.equals(receipts)) {
                    Receipt receipt = receipt(row);
                    loader.committed(receipt.store(), receipt.committed());
                } else {
                    loader.row(row.row(), row.revision());
                }
            }
        });
    }
}
