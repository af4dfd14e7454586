package io.storeops.archive;

import static java.util.Objects.requireNonNull;

import io.storeops.failure.StoreOpsException;
import io.storeops.id.StoreId;

/** The bytes of an item of evidence are gone for good, because they were redacted; the trail says by whom and why. */
public class ContentErasedException extends StoreOpsException {
    private static final long serialVersionUID = 1L;

    private final StoreId store;
    private final String evidence;

    /**
     * Creates the exception.
     *
     * @param store the store
     * @param evidence the item's id
     */
    public ContentErasedException(StoreId store, String evidence) {
        super("The content of evidence " + evidence + " in store " + store
                + " was erased on request. The lines REDACT of the audit trail say by whom and why");
        this.store = requireNonNull(store, "store");
        this.evidence = requireNonNull(evidence, "evidence");
    }

    /**
     * The store.
     *
     * @return its id
     */
    public StoreId store() {
        return store;
    }

    /**
     * The item of evidence.
     *
     * @return its id
     */
    public String evidence() {
        return evidence;
    }
}
