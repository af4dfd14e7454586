package io.storeops.act;

import static java.util.Objects.requireNonNull;

import io.storeops.authority.Decision;
import io.storeops.fault.StoreOpsException;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;

/** A right is missing. Nothing changed, nothing was sent; the attempt is recorded (R7). */
public class DeniedException extends StoreOpsException {
    private static final long serialVersionUID = 1L;

    private final transient ActorId actor;
    private final transient Decision.Denied denied;

    /**
     * Creates the exception.
     *
     * @param act what was tried
     * @param actor who tried
     * @param store the store
     * @param denied the missing right and who holds it
     */
    public DeniedException(String act, ActorId actor, StoreId store, Decision.Denied denied) {
        super(actor + " may not " + act + " in store " + store + ": the right " + denied.missing() + " is missing. "
                + (denied.holders().isEmpty() ? "Nobody holds it now" : "It is held by " + denied.holders()));
        this.actor = requireNonNull(actor, "actor");
        this.denied = requireNonNull(denied, "denied");
    }

    /**
     * Who tried.
     *
     * @return the person
     */
    public ActorId actor() {
        return actor;
    }

    /**
     * What is missing.
     *
     * @return the right and who holds it
     */
    public Decision.Denied denied() {
        return denied;
    }
}
