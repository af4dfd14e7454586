package io.storeops.adapter.csv.storage;

import io.storeops.failure.FaultKind;
import io.storeops.storage.StorageClosedException;
import io.storeops.storage.StorageException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The first write that failed. After it nothing more is written, because a failed force may have dropped what it was to
 * keep and a second one would not say so; only reopening finds out. Thread-safe.
 */
final class FirstFailure {
    private final Path folder;
    private volatile boolean closed;
    private final AtomicReference<@Nullable String> what = new AtomicReference<>();

    FirstFailure(Path folder) {
        this.folder = folder;
    }

    /** Remembers what failed, unless something failed before. */
    void remember(String failed) {
        what.compareAndSet(null, failed);
    }

    /** Ends all use. */
    void close() {
        closed = true;
    }

    /**
     * Refuses all use of a closed store.
     *
     * @throws StorageClosedException if it is closed, with what failed before if anything did
     */
    void refuseIfClosed() {
        if (closed) {
            String failed = what.get();
            throw failed == null
                    ? new StorageClosedException()
                    : new StorageClosedException("The CSV store " + folder + " is closed, since " + failed
                            + " failed; nothing is read from it or written to it. Open the store again");
        }
    }

    boolean happened() {
        return what.get() != null;
    }

    /**
     * Refuses to write after a failure.
     *
     * @param subject what was to be written, as in "commit"
     * @throws StorageException if something failed before, or the store is closed
     */
    void refuseAfter(String subject) {
        refuseIfClosed();
        String failed = what.get();
        if (failed != null) {
            throw new StorageException(
                    FaultKind.INVALID,
                    "The CSV store " + folder + " accepts no " + subject + " since " + failed
                            + " failed; nothing of this " + subject + " was written. Open the store again");
        }
    }
}
