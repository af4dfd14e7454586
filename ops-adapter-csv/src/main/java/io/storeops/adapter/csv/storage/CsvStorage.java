package io.storeops.adapter.csv.storage;

import io.storeops.failure.FaultKind;
import io.storeops.id.StoreId;
import io.storeops.storage.Blobs;
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
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The memory storage over a folder: reads come from memory, commits go to the journal first, content to its own files. */
final class CsvStorage implements Storage {
    private static final Logger LOG = LoggerFactory.getLogger(CsvStorage.class);

    private final MemoryStorage memory;
    private final CommitJournal journal;
    private final FirstFailure failure;
    private final FolderBlobs blobs;
    private final Disk disk;
    private final Hold lock;

    private CsvStorage(MemoryStorage memory, CommitJournal journal, FirstFailure failure, Disk disk, Hold lock) {
        this.memory = memory;
        this.journal = journal;
        this.failure = failure;
        this.blobs = new FolderBlobs(disk, failure);
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
            Hold lock,
            Collection<? extends Table<?>> tables,
            Clock clock,
            int checkpointEvery,
            int openMonths)
            throws IOException {
        FolderReader.Loaded loaded = FolderReader.read(disk, tables, openMonths, problem -> {
            throw new StorageException(
                    FaultKind.INVALID,
                    "The CSV store " + disk.folder() + " is not opened, nothing in it was changed. "
                            + problem.getMessage() + ". Restore the file, or take the folder from a backup",
                    problem);
        });
        if (!loaded.strays().isEmpty()) {
            LOG.warn(
                    "In the folder of the CSV store {} lie files that are not its own; it leaves them alone: {}",
                    disk.folder(),
                    loaded.strays());
        }
        JournalContent found = Recovery.recovered(disk, loaded);
        FirstFailure failure = new FirstFailure(disk.folder());
        CommitJournal journal = new CommitJournal(disk, loaded, found, failure, checkpointEvery);
        journal.checkpointUnlessHeld();
        Content content = loaded.content();
        MemoryStorage memory = MemoryStorage.restored(clock, journal, content::source, content::loadInto);
        return new CsvStorage(memory, journal, failure, disk, lock);
    }

    /** What is in memory; a store that failed says why also after its end. */
    private MemoryStorage memory() {
        failure.refuseIfClosed();
        return memory;
    }

    @Override
    public <R> Optional<Versioned<R>> find(Table<R> table, Key key) {
        return memory().find(table, key);
    }

    @Override
    public <R> Page<Versioned<R>> select(Query<R> query) {
        return memory().select(query);
    }

    @Override
    public <R> Scan<Versioned<R>> scan(Query<R> query) {
        return memory().scan(query);
    }

    @Override
    public Committed commit(Changes changes) {
        return memory().commit(changes);
    }

    @Override
    public Optional<Committed> committed(StoreId store, CommitId id) {
        Optional<Committed> found = memory().committed(store, id);
        if (found.isEmpty()) {
            journal.refuseIfDoubtful(store, id);
        }
        return found;
    }

    @Override
    public Instant now(StoreId store) {
        return memory().now(store);
    }

    @Override
    public Page<StoreId> stores(Optional<Cursor> after) {
        return memory().stores(after);
    }

    @Override
    public Optional<Blobs> blobs() {
        return memory().blobs().map(inMemory -> blobs);
    }

    @Override
    public void close() {
        try (lock) {
            journal.close();
        } catch (IOException | RuntimeException e) {
            throw journal.told(
                    e,
                    "The CSV store " + disk.folder()
                            + " could not write its tables while closing (" + e.getMessage()
                            + "). Nothing is lost: the journal has every commit, and the next opening reads it");
        } finally {
            memory.close();
        }
    }
}
