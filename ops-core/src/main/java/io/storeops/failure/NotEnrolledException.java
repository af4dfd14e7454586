package io.storeops.failure;

import io.storeops.id.StoreId;

/**
 * A store is not known, or has no roster in force. Which stores there are is in the host's log, at debug: a stranger may be
 * asking.
 */
public class NotEnrolledException extends StoreOpsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param store the store that was asked for
     * @param found what is there instead; whoever asked may be a stranger, so no names
     */
    public NotEnrolledException(StoreId store, String found) {
        super("Store " + store + " is not enrolled: " + found
                + ". Check the id, or call StoreOps.enrol(...) with its catalogue and a roster that is in force");
    }
}
