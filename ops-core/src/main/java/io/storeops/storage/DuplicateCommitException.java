package io.storeops.storage;

import static java.util.Objects.requireNonNull;

import io.storeops.failure.FaultKind;
import io.storeops.id.StoreId;

/** A commit with this id already exists in the store; the second one changed nothing (R10). */
public class DuplicateCommitException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final Committed first;

    /**
     * Creates the exception.
     *
     * @param store the store
     * @param first the receipt of the commit that exists
     */
    public DuplicateCommitException(StoreId store, Committed first) {
        super(
                FaultKind.CONFLICT,
                "Commit " + first.id() + " of store " + store + " already exists as number " + first.number()
                        + ". Read its result, do not repeat it");
        this.first = requireNonNull(first, "first");
    }

    /**
     * The receipt of the commit that exists.
     *
     * @return the receipt
     */
    public Committed first() {
        return first;
    }
}
