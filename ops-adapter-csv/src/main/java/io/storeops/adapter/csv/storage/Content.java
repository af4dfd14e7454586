package io.storeops.adapter.csv.storage;

import io.storeops.id.StoreId;
import io.storeops.storage.CommitLog.Written;
import io.storeops.storage.Committed;
import io.storeops.storage.Key;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Table;
import io.storeops.storage.TableRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the next checkpoint will write. Rows that may change are kept beside the {@link MemoryStorage}, whose rows are behind
 * a lock per store that a checkpoint inside a commit must not wait for; the rows themselves are shared. Of tables that only
 * grow the new rows are kept until they are in their file.
 */
final class Content {
    private final Map<String, TableFile> files = new LinkedHashMap<>();
    private final Map<TableFile, NavigableMap<Key, Written>> rows = new LinkedHashMap<>();
    private final Map<Table<?>, GrowingTable> growing = new LinkedHashMap<>();
    private final GrowingFile receipts;
    private final Map<StoreId, List<Committed>> commits = new HashMap<>();
    private final Set<TableFile> changed = new LinkedHashSet<>();
    private boolean erased;

    Content(Disk disk, Collection<? extends Table<?>> tables, int openMonths) {
        this.receipts = new GrowingFile(TableFile.ofReceipts());
        for (Table<?> table : tables) {
            TableFile file = TableFile.of(table);
            if (files.putIfAbsent(table.name(), file) != null) {
                throw new IllegalArgumentException("Two tables have the name '" + table.name() + "'");
            }
            if (table.appendOnly()) {
                growing.put(table, new GrowingTable(new GrowingFiles(file), disk, openMonths));
            } else {
                rows.put(file, new TreeMap<>());
            }
        }
    }

    /** The files of the declared tables by table name; of a table kept by month the file that it would be without months. */
    Map<String, TableFile> files() {
        return files;
    }

    /** The files whose rows may change. */
    Set<TableFile> mutable() {
        return rows.keySet();
    }

    /** The tables that only grow, that of the receipts not among them. */
    Collection<GrowingTable> growing() {
        return growing.values();
    }

    /** The file of the receipts. */
    GrowingFile receipts() {
        return receipts;
    }

    /** Whether the store has such a file. */
    boolean owns(String name) {
        return name.equals(receipts.name())
                || rows.keySet().stream().anyMatch(file -> file.name().equals(name))
                || growing.values().stream().anyMatch(table -> table.files().owns(name));
    }

    /** The files whose rows may change that differ from the last checkpoint. */
    Set<TableFile> changed() {
        return changed;
    }

    /** The files that the next checkpoint extends, or makes. */
    List<GrowingFile> grown() {
        return Stream.concat(
                        Stream.of(receipts), growing.values().stream().flatMap(table -> table.files().all().stream()))
                .filter(GrowingFile::changed)
                .toList();
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

    /** The rows of a file whose rows may change, in the order of their keys. */
    Collection<Written> rows(TableFile file) {
        return map(file).values();
    }

    private NavigableMap<Key, Written> map(TableFile file) {
        NavigableMap<Key, Written> map = rows.get(file);
        if (map == null) {
            throw new IllegalArgumentException(file.name() + " is not a file of this store");
        }
        return map;
    }

    /** Takes over what a file holds whose rows may change. */
    void load(TableFile file, List<Written> content) {
        content.forEach(row -> put(file, row));
    }

    /**
     * Takes over what the file of the receipts holds.
     *
     * @throws DamagedFileException if a store's receipts have a gap
     */
    void loadReceipts(List<Written> rows) {
        for (Written row : rows) {
            try {
                remember(Receipt.TABLE.read(row.row()), receipts.name());
            } catch (IllegalArgumentException e) {
                throw new DamagedFileException(receipts.name(), 0, String.valueOf(e.getMessage()));
            }
        }
    }

    /**
     * Takes over a frame that was read from the journal, of which the files may have everything.
     *
     * @throws DamagedFileException if the store has not had the commit before it
     */
    void replay(Frame.Commit commit) {
        take(commit);
        for (Frame.FileRow row : commit.rows()) {
            growingOf(row).ifPresent(table -> table.replay(commit.number(), row.written()));
        }
    }

    /** Takes over a commit that is in the journal now and about to be applied in memory. */
    void apply(Frame.Commit commit) {
        take(commit);
        for (Frame.FileRow row : commit.rows()) {
            growingOf(row).ifPresent(table -> table.files().apply(commit.number(), row.written()));
        }
    }

    private Optional<GrowingTable> growingOf(Frame.FileRow row) {
        return Optional.ofNullable(growing.get(row.file().table()));
    }

    private void take(Frame.Commit commit) {
        Receipt receipt = new Receipt(commit.store(), commit.committed());
        remember(receipt, JournalContent.FILE);
        receipts.apply(commit.number(), new Written(receipt.row(), 1));
        for (Frame.FileRow changedRow : commit.rows()) {
            take(changedRow);
        }
    }

    private void take(Frame.FileRow row) {
        if (row.file().table().appendOnly()) {
            // Only a redaction touches a row twice.
            erased |= row.written().revision() > 1;
        } else {
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
        List<Committed> known = commits.computeIfAbsent(receipt.store(), store -> new ArrayList<>());
        long number = receipt.committed().number();
        if (number > known.size() + 1L) {
            throw new DamagedFileException(
                    file, 0, "commit " + number + " of store " + receipt.store() + " follows commit " + known.size());
        }
        if (number > known.size()) {
            known.add(receipt.committed());
        }
    }

    /** How many commits there were, over all stores. */
    long commits() {
        return commits.values().stream().mapToLong(List::size).sum();
    }

    /**
     * Counts the rows of a table, those of the journal included, and reads the files that were not read yet.
     *
     * @throws IllegalArgumentException if there is no such table
     */
    long count(TableFile file) throws IOException {
        GrowingTable table = growing.get(file.table());
        return table == null ? map(file).size() : table.count();
    }

    /** Every row of a table that only grows, those of the journal included; none if there is no such table. */
    List<Written> rows(Table<?> table, Disk disk) throws IOException {
        List<Written> all = new ArrayList<>();
        GrowingTable grown = growing.get(table);
        for (GrowingFile file :
                grown == null ? List.<GrowingFile>of() : grown.files().all()) {
            all.addAll(file.rows(disk));
        }
        return all;
    }

    /** The rows of a table for reading. */
    TableRows source(StoreId store, Table<?> table) {
        GrowingTable kept = growing.get(table);
        return kept == null ? TableRows.inMemory(table) : kept.rows(store);
    }

    /** Loads what {@link #source} does not have. */
    void loadInto(MemoryStorage.Loader loader) {
        rows.values().forEach(kept -> kept.values().forEach(row -> loader.row(row.row(), row.revision())));
        commits.forEach((store, all) -> all.forEach(committed -> loader.committed(store, committed)));
    }
}
