package io.storeops.act;

import io.storeops.evidence.AuditRecord;
import io.storeops.failure.StoreOpsException;
import io.storeops.id.StoreId;

/** A command id was used again for another wish, or by another person. Nothing changed. */
public class CommandReusedException extends StoreOpsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param store the store
     * @param first what the id stands for
     * @param act what was tried now
     */
    public CommandReusedException(StoreId store, AuditRecord first, String act) {
        super("Command id " + first.command() + " in store " + store + " stands for " + first.act() + " by "
                + first.actor() + " at " + first.at() + "; it cannot be used for another " + act
                + ". Use a new id for a new wish");
    }
}
