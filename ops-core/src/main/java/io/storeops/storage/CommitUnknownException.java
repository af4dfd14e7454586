package io.storeops.storage;

import io.storeops.failure.FaultKind;
import io.storeops.id.StoreId;

/** The answer to a commit was lost: it is wholly there or wholly absent, and only {@link Storage#committed} can tell. */
public class CommitUnknownException extends StorageException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param store the store
     * @param id the commit
     * @param cause what was lost
     */
    public CommitUnknownException(StoreId store, CommitId id, Throwable cause) {
        super(
                FaultKind.UNKNOWN_OUTCOME,
                "Nobody can know whether commit " + id + " of store " + store
                        + " happened. Ask committed(store, id) once the storage answers again; do not repeat it blindly",
                cause);
    }
}
