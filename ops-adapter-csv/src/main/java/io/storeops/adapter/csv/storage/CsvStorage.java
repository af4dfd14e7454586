package io.storeops.adapter.csv.storage;

import io.storeops.fault.FaultKind;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import io.storeops.storage.Cursor;
import io.storeops.storage.Key;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The memory storage over a folder: reads come from memory, commits go to the journal first. */
final class CsvStorage implements Storage {
    private static final Logger LOG = LoggerFactory.getLogger(CsvStorage.class);

    private final MemoryStorage memory;
    private final CommitJournal journal;
    private final Disk disk;
    private final AutoCloseable lock;

    private CsvStorage(MemoryStorage memory, CommitJournal journal, Disk disk, AutoCloseable lock) {
        this.memory = memory;
        this.journal = journal;
        this.disk = disk;
        this.lock = lock;
    }

    /**
     * Opens a folder whose lock is held.
     *
     * @param lock released by {@link #close}, not by a failure of this method
     * @throws StorageException if the folder is damaged, naming file and line
     * @throws IOException if it cannot be read, or a recovery cannot be written
     */
    static CsvStorage open(
            Disk disk,
            AutoCloseable lock,
            Collection<? extends Table<?>> tables,
            Function<String, Json> json,
            Clock clock,
            int checkpointEvery)
            throws IOException {
        FolderReader.Loaded loaded = FolderReader.read(disk, tables, json, problem -> {
            throw new StorageException(
                    FaultKind.INVALID,
                    "The CSV store " + disk.folder() + " is not opened, nothing in it was changed. "
                            + problem.getMessage() + ". Restore the file, or take the folder from a backup",
                    problem);
        });
        JournalContent found = recovered(disk, loaded);
        CommitJournal journal = new CommitJournal(disk, loaded, found, json, checkpointEvery);
        MemoryStorage memory = MemoryStorage.restored(clock, journal, loaded.content()::loadInto);
        return new CsvStorage(memory, journal, disk, lock);
    }

    private static JournalContent recovered(Disk disk, FolderReader.Loaded loaded) throws IOException {
        for (String staged : FolderReader.staged(loaded)) {
            disk.delete(staged);
        }
        JournalContent journal = loaded.journal().orElseGet(() -> new JournalContent(0, List.of(), Optional.empty()));
        if (loaded.journal().isEmpty()) {
            CommitJournal.replace(disk, JournalContent.FILE, JournalContent.header(0));
        }
        if (!loaded.names().contains(Manifest.FILE)) {
            CommitJournal.replace(disk, Manifest.FILE, Manifest.empty().render());
        }
        if (journal.torn().isPresent()) {
            dropTornTail(disk, loaded, journal.torn().get());
        }
        return journal;
    }

    private static void dropTornTail(Disk disk, FolderReader.Loaded loaded, JournalContent.TornTail torn)
            throws IOException {
        String copy = FolderReader.TORN + torn.number() + ".csv";
        for (int i = 2; loaded.names().contains(copy); i++) {
            copy = FolderReader.TORN + torn.number() + "-" + i + ".csv";
        }
        byte[] journal = disk.read(JournalContent.FILE);
        disk.write(copy, Arrays.copyOfRange(journal, torn.offset(), journal.length));
        disk.force();
        disk.truncate(JournalContent.FILE, torn.offset());
        LOG.warn(
                "The CSV store {} was not closed properly: the unfinished frame {} at {}:{} ({} bytes), which was never"
                        + " acknowledged, was dropped and copied to {}",
                disk.folder(),
                torn.number(),
                JournalContent.FILE,
                torn.line(),
                torn.length(),
                copy);
    }

    @Override
    public <R> Optional<Versioned<R>> find(Table<R> table, Key key) {
        return memory.find(table, key);
    }

    @Override
    public <R> Page<Versioned<R>> select(Query<R> query) {
        return memory.select(query);
    }

    @Override
    public <R> Scan<Versioned<R>> scan(Query<R> query) {
        return memory.scan(query);
    }

    @Override
    public Committed commit(Changes changes) {
        return memory.commit(changes);
    }

    @Override
    public Optional<Committed> committed(StoreId store, CommitId id) {
        Optional<Committed> found = memory.committed(store, id);
        if (found.isEmpty()) {
            journal.refuseIfDoubtful(store, id);
        }
        return found;
    }

    @Override
    public Instant now(StoreId store) {
        return memory.now(store);
    }

    @Override
    public Page<StoreId> stores(Optional<Cursor> after) {
        return memory.stores(after);
    }

    @Override
    public void close() {
        try (lock) {
            journal.close();
        } catch (Exception e) {
            throw new StorageException(
                    FaultKind.INVALID,
                    "The CSV store " + disk.folder()
                            + " could not write its tables while closing. Nothing is lost: the journal has every commit, and"
                            + " the next opening reads it",
                    e);
        } finally {
            memory.close();
        }
    }
}
