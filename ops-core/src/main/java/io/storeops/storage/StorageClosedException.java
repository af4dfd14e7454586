package io.storeops.storage;

import io.storeops.failure.FaultKind;

/** A storage was used after it was closed; nothing was read or written. */
public class StorageClosedException extends StorageException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public StorageClosedException() {
        super(
                FaultKind.INVALID,
                "The storage is closed, so nothing is read from it or written to it. Open it again, or close it after its"
                        + " last use");
    }

    /**
     * Creates the exception of a storage that had failed before.
     *
     * @param message that it is closed, why it failed and what to do, without secrets
     */
    public StorageClosedException(String message) {
        super(FaultKind.INVALID, message);
    }
}
