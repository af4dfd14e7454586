package io.storeops.failure;

/**
 * The root of the exceptions of this library. Subclasses take objects, compose their own message and expose the objects,
 * so that a caller never parses a message. Serialised, they keep what they expose.
 */
public abstract class StoreOpsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what was asked, what exists and what to do
     */
    protected StoreOpsException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what was asked, what exists and what to do
     * @param cause what made it fail
     */
    protected StoreOpsException(String message, Throwable cause) {
        super(message, cause);
    }
}
