package io.storeops.failure;

import io.storeops.id.CommandId;
import io.storeops.id.StoreId;

/** Somebody used the id of a command of theirs again for another wish. Nothing changed. */
public class CommandReusedException extends StoreOpsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param store the store
     * @param command the id
     * @param first what the id stands for, and since when
     * @param act what was tried now
     */
    public CommandReusedException(StoreId store, CommandId command, String first, String act) {
        super("Command id " + command + " in store " + store + " stands for " + first
                + "; it cannot be used for another " + act + ". Use a new id for a new wish");
    }
}
