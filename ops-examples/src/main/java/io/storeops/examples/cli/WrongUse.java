package io.storeops.examples.cli;

/** A command that was asked for in a way that cannot work. The message says what to do. */
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }

    WrongUse(String message, Throwable cause) {
        super(message, cause);
    }
}
