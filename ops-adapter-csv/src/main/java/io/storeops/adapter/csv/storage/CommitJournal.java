package io.storeops.adapter.csv.storage;

import io.storeops.failure.FaultKind;
import io.storeops.id.StoreId;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitLog;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Committed;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes every commit to the journal, and from time to time the tables. Thread-safe: commits of different stores wait for
 * each other here.
 */
final class CommitJournal implements CommitLog {
    private static final Logger LOG = LoggerFactory.getLogger(CommitJournal.class);

    private final Lock lock = new ReentrantLock();
    private final Disk disk;
    private final Content content;
    private final Checkpoint checkpoint;
    private final FirstFailure failure;
    private final int checkpointEvery;
    private long lastFrame;
    private boolean journalHasFrames;
    private long rowsSinceCheckpoint;
    private Optional<Doubt> doubt = Optional.empty();
    private FileMark journal;
    private FileMark manifest;

    private record Doubt(StoreId store, CommitId id) {}

    /**
     * Goes on with a journal.
     *
     * @param journal what is in it; if that is anything, {@link #checkpointUnlessHeld} must be next
     */
    CommitJournal(
            Disk disk, FolderReader.Loaded loaded, JournalContent journal, FirstFailure failure, int checkpointEvery)
            throws IOException {
        this.disk = disk;
        this.content = loaded.content();
        this.checkpoint = new Checkpoint(disk, loaded.content(), loaded.entries());
        this.failure = failure;
        this.lastFrame = journal.last();
        this.journalHasFrames = !journal.frames().isEmpty();
        this.checkpointEvery = checkpointEvery;
        this.journal = disk.mark(JournalContent.FILE);
        this.manifest = disk.mark(Manifest.FILE);
    }

    @Override
    public void append(StoreId store, Committed committed, List<Written> rows) {
        lock.lock();
        try {
            failure.refuseAfter("commit");
            refuseIfTaken();
            Frame.Commit frame = new Frame.Commit(lastFrame + 1, store, committed, withFiles(rows));
            byte[] bytes = frame.render();
            if (rowsSinceCheckpoint >= checkpointEvery) {
                checkpointBefore(committed);
                frame = new Frame.Commit(lastFrame + 1, store, committed, frame.rows());
                bytes = frame.render();
            }
            write(frame, bytes);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Compares folder, journal and manifest with what this store left, before it writes on the strength of it.
     *
     * @throws StorageException if somebody else was there; nothing is written from now on
     */
    private void refuseIfTaken() {
        boolean ours = false;
        try {
            disk.refuseIfLost();
            ours = disk.mark(JournalContent.FILE).equals(journal)
                    && disk.mark(Manifest.FILE).equals(manifest);
        } catch (IOException e) {
            StorageException taken = taken(" cannot be compared with what this process wrote (" + e + ")");
            taken.initCause(e);
            throw taken;
        } finally {
            if (!ours) {
                failure.remember("comparing the folder with what this process wrote");
            }
        }
        if (!ours) {
            throw taken(" was written to by somebody else: " + JournalContent.FILE + " or " + Manifest.FILE
                    + " is not as this process left it");
        }
    }

    private StorageException taken(String what) {
        return new StorageException(
                FaultKind.CONFLICT,
                "The CSV store " + disk.folder() + what + ". Nothing more is written, so that nothing is overwritten."
                        + " Close it, see that nobody else has it open, then open it again");
    }

    private List<Frame.FileRow> withFiles(List<Written> rows) {
        List<Frame.FileRow> withFiles = new ArrayList<>(rows.size());
        for (Written row : rows) {
            TableFile file = content.files().get(row.row().table().name());
            if (file == null || file.table() != row.row().table()) {
                throw new IllegalArgumentException("The CSV store " + disk.folder() + " was opened without the table "
                        + row.row().table() + ". It has " + content.files().keySet());
            }
            withFiles.add(new Frame.FileRow(file, row));
        }
        return withFiles;
    }

    private void write(Frame.Commit frame, byte[] bytes) {
        String what = "writing commit " + frame.committed().id();
        boolean written = false;
        try {
            disk.append(JournalContent.FILE, bytes);
            disk.force(JournalContent.FILE);
            // Whoever took the folder over meanwhile may have read a journal without this frame.
            disk.refuseIfLost();
            FileMark longer = disk.mark(JournalContent.FILE);
            if (!longer.continues(journal, bytes.length)) {
                throw taken(" was written to by somebody else in the middle of a commit");
            }
            journal = longer;
            lastFrame = frame.number();
            journalHasFrames = true;
            rowsSinceCheckpoint += frame.rows().size() + 1L;
            content.apply(frame);
            if (content.erased()) {
                // Personal data are gone when the commit returns, not when the next checkpoint happens to come.
                what = "forgetting what commit " + frame.committed().id() + " redacts";
                checkpoint();
            }
            written = true;
        } catch (IOException | RuntimeException e) {
            failure.remember(what + " (" + e + ")");
            throw new CommitUnknownException(frame.store(), frame.committed().id(), causeOf(e));
        } finally {
            if (!written) {
                doubt = Optional.of(new Doubt(frame.store(), frame.committed().id()));
                failure.remember(what);
            }
        }
    }

    private void checkpointBefore(Committed committed) {
        boolean written = false;
        try {
            checkpointUnlessHeld();
            written = true;
        } catch (IOException | RuntimeException e) {
            failure.remember("a checkpoint (" + e + ")");
            throw told(
                    e,
                    "Commit " + committed.id() + " was not written, because the CSV store " + disk.folder()
                            + " could not write its tables. Earlier commits are safe in the journal. Free space or close the"
                            + " file in other programs, then open the store again");
        } finally {
            // An Error, such as no memory for a whole table, leaves a half-written checkpoint as well.
            if (!written) {
                failure.remember("a checkpoint");
            }
        }
    }

    /** What to say of a failure, unless its cause is that the folder is somebody else's by now. */
    StorageException told(Exception failure, String message) {
        Exception cause = causeOf(failure);
        return cause instanceof StorageException conflict && conflict.kind() == FaultKind.CONFLICT
                ? conflict
                : new StorageException(FaultKind.INVALID, message, failure);
    }

    private Exception causeOf(Exception failure) {
        try {
            disk.refuseIfLost();
        } catch (StorageException | IOException e) {
            e.addSuppressed(failure);
            return e;
        }
        return failure;
    }

    /**
     * Refuses to say that a commit did not happen while nobody knows.
     *
     * @throws StorageException if it is the commit whose writing failed
     */
    void refuseIfDoubtful(StoreId store, CommitId id) {
        lock.lock();
        try {
            if (doubt.filter(new Doubt(store, id)::equals).isPresent()) {
                throw new StorageException(
                        FaultKind.UNKNOWN_OUTCOME,
                        "Whether commit " + id + " of store " + store + " happened is known only after the CSV store "
                                + disk.folder() + " has been opened again");
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Brings the tables up to date and refuses everything from now on.
     *
     * @throws IOException if the tables could not be written; the journal still has everything
     */
    void close() throws IOException {
        lock.lock();
        boolean written = false;
        try {
            if (!failure.happened()) {
                checkpoint();
            }
            written = true;
        } catch (IOException | RuntimeException e) {
            failure.remember("writing its tables while closing (" + e + ")");
            throw e;
        } finally {
            if (!written) {
                failure.remember("writing its tables while closing");
            }
            failure.close();
            lock.unlock();
        }
    }

    /** As {@link #checkpoint}, but if another program has a table open, the journal goes on until the next one. */
    void checkpointUnlessHeld() throws IOException {
        try {
            checkpoint();
        } catch (HeldFileException e) {
            lastFrame = e.lastFrame();
            journal = disk.mark(JournalContent.FILE);
            rowsSinceCheckpoint = 0;
            LOG.warn(
                    "The CSV store {} goes on with its journal, because {} is open in another program; close it there",
                    disk.folder(),
                    e.file());
        }
    }

    /** Writes the tables and begins a new journal, unless the journal is empty. */
    private void checkpoint() throws IOException {
        if (journalHasFrames) {
            refuseIfTaken();
            lastFrame = checkpoint.write(lastFrame);
            rowsSinceCheckpoint = 0;
            journalHasFrames = false;
            journal = disk.mark(JournalContent.FILE);
            manifest = disk.mark(Manifest.FILE);
        }
    }
}
