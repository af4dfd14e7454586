package io.storeops.adapter.csv.storage;

import io.storeops.fault.FaultKind;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitLog;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Committed;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Writes every commit to the journal, and from time to time the tables. Thread-safe: commits of different stores wait for
 * each other here. After the first failure nothing more is written, because a failed force may have dropped what it was
 * to keep and a second one would not say so; only reopening finds out.
 */
final class CommitJournal implements CommitLog {
    private final Lock lock = new ReentrantLock();
    private final Disk disk;
    private final Content content;
    private final SortedMap<String, Manifest.Entry> entries;
    private final Function<String, Json> json;
    private final int checkpointEvery;
    private long lastFrame;
    private boolean journalHasFrames;
    private long rowsSinceCheckpoint;
    private Optional<String> failure = Optional.empty();
    private Optional<Doubt> doubt = Optional.empty();

    private record Doubt(StoreId store, CommitId id) {}

    CommitJournal(
            Disk disk,
            FolderReader.Loaded loaded,
            JournalContent journal,
            Function<String, Json> json,
            int checkpointEvery) {
        this.disk = disk;
        this.content = loaded.content();
        this.entries = new TreeMap<>(loaded.entries());
        this.lastFrame = journal.last();
        this.journalHasFrames = !journal.frames().isEmpty();
        this.json = json;
        this.checkpointEvery = checkpointEvery;
    }

    @Override
    public void append(StoreId store, Committed committed, List<Written> rows) {
        lock.lock();
        try {
            refuseIfFailed();
            Frame.Commit frame = new Frame.Commit(lastFrame + 1, store, committed, withFiles(rows));
            byte[] bytes = frame.render();
            if (rowsSinceCheckpoint >= checkpointEvery) {
                checkpointBefore(committed);
                frame = new Frame.Commit(lastFrame + 1, store, committed, frame.rows());
                bytes = frame.render();
            }
            write(frame, bytes);
            content.apply(frame);
            rowsSinceCheckpoint += rows.size() + 1L;
        } finally {
            lock.unlock();
        }
    }

    private List<Frame.FileRow> withFiles(List<Written> rows) {
        List<Frame.FileRow> withFiles = new ArrayList<>(rows.size());
        for (Written row : rows) {
            TableFile file = content.files().get(row.row().table().name());
            if (file == null || file.table() != row.row().table()) {
                throw new IllegalArgumentException("The CSV store " + disk.folder() + " was opened without the table "
                        + row.row().table() + ". It has " + content.files().keySet());
            }
            refuseIfUnreadable(file, row);
            withFiles.add(new Frame.FileRow(file, row));
        }
        return withFiles;
    }

    /** A value that the reader would refuse, such as a too deeply nested document, would make the store unreadable. */
    private void refuseIfUnreadable(TableFile file, Written row) {
        try {
            file.row(file.name(), 0, file.cells(row), json);
        } catch (DamagedFileException e) {
            throw new IllegalArgumentException("The CSV store cannot keep this row. " + e.getMessage(), e);
        }
    }

    private void write(Frame.Commit frame, byte[] bytes) {
        boolean written = false;
        try {
            disk.append(JournalContent.FILE, bytes);
            written = true;
            lastFrame = frame.number();
            journalHasFrames = true;
        } catch (IOException | RuntimeException e) {
            throw new CommitUnknownException(
                    frame.store(),
                    frame.committed().id(),
                    fail("writing commit " + frame.committed().id(), e));
        } finally {
            if (!written) {
                doubt = Optional.of(new Doubt(frame.store(), frame.committed().id()));
                failure = failure.or(
                        () -> Optional.of("writing commit " + frame.committed().id()));
            }
        }
    }

    private void checkpointBefore(Committed committed) {
        boolean written = false;
        try {
            checkpoint();
            written = true;
        } catch (IOException | RuntimeException e) {
            throw new StorageException(
                    FaultKind.INVALID,
                    "Commit " + committed.id() + " was not written, because the CSV store " + disk.folder()
                            + " could not write its tables. Earlier commits are safe in the journal. Free space or close the"
                            + " file in other programs, then open the store again",
                    fail("a checkpoint", e));
        } finally {
            // An Error, such as no memory for a whole table, leaves a half-written checkpoint as well.
            if (!written) {
                failure = failure.or(() -> Optional.of("a checkpoint"));
            }
        }
    }

    private Exception fail(String when, Exception cause) {
        failure = Optional.of(when + " (" + cause + ")");
        return cause;
    }

    private void refuseIfFailed() {
        if (failure.isPresent()) {
            throw new StorageException(
                    FaultKind.INVALID,
                    "The CSV store " + disk.folder() + " accepts no commit since " + failure.get()
                            + " failed; nothing of this commit was written. Open the store again");
        }
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
        try {
            if (failure.isEmpty() && journalHasFrames) {
                checkpoint();
            }
        } finally {
            failure = failure.or(() -> Optional.of("its closing, after which every commit"));
            lock.unlock();
        }
    }

    private void checkpoint() throws IOException {
        SortedMap<String, Manifest.Entry> renewed = new TreeMap<>();
        for (TableFile file : content.changed()) {
            byte[] bytes = file.render(content.rows(file));
            disk.write(file.name() + FolderReader.STAGED, bytes);
            renewed.put(file.name(), Manifest.Entry.of(bytes));
        }
        Frame.Checkpoint frame = new Frame.Checkpoint(lastFrame + 1, renewed);
        disk.append(JournalContent.FILE, frame.render());
        lastFrame = frame.number();
        for (String file : renewed.keySet()) {
            disk.move(file + FolderReader.STAGED, file);
        }
        disk.force();
        entries.putAll(renewed);
        replace(disk, Manifest.FILE, new Manifest(lastFrame, entries).render());
        replace(disk, JournalContent.FILE, JournalContent.header(lastFrame));
        content.changed().clear();
        rowsSinceCheckpoint = 0;
        journalHasFrames = false;
    }

    /** Replaces a file so that at any time either the old or the new content is there. */
    static void replace(Disk disk, String file, byte[] bytes) throws IOException {
        disk.write(file + FolderReader.STAGED, bytes);
        disk.move(file + FolderReader.STAGED, file);
        disk.force();
    }
}
