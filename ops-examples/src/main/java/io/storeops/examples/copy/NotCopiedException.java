package io.storeops.examples.copy;

import io.storeops.failure.StoreOpsException;

/** A copy that cannot be made, or cannot go on. What was copied so far stays in the target. */
public final class NotCopiedException extends StoreOpsException {
    private static final long serialVersionUID = 1L;

    NotCopiedException(String message) {
        super(message);
    }

    NotCopiedException(String message, Throwable cause) {
        super(message, cause);
    }
}
