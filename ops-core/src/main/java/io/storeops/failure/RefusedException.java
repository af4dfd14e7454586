package io.storeops.failure;

import static java.util.Objects.requireNonNull;

import io.storeops.id.StoreId;

/** A guard said no: the person may do it, but not now or not so. Nothing changed, nothing was sent (R7). */
public class RefusedException extends StoreOpsException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    /**
     * Creates the exception.
     *
     * @param act what was tried
     * @param store the store
     * @param refusal why not
     */
    public RefusedException(String act, StoreId store, Refusal refusal) {
        super(act + " in store " + store + " refused, " + refusal.code() + ": " + refusal.detail());
        this.refusal = requireNonNull(refusal, "refusal");
    }

    /**
     * Why not.
     *
     * @return the code and the way out
     */
    public Refusal refusal() {
        return refusal;
    }
}
