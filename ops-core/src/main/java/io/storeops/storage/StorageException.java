package io.storeops.storage;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;

/** A failure of the storage itself. Nothing was committed unless the subclass says that nobody can know. */
public class StorageException extends AdapterException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param kind whose fault it is
     * @param message what failed and what to do, without secrets
     */
    public StorageException(FaultKind kind, String message) {
        super(kind, message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param kind whose fault it is
     * @param message what failed and what to do, without secrets
     * @param cause what made it fail
     */
    public StorageException(FaultKind kind, String message, Throwable cause) {
        super(kind, message, cause);
    }
}
