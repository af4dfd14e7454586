package io.storeops.reporting;

/**
 * What stands beside the figures of releases. Their language is the store's; where they go, the roster says: to the channel whose
 * receipt the duty of each boundary asks for (R25).
 */
public enum ReleaseFormat {
    /** Nothing. */
    PLAIN,
    /**
     * At the end of each the head of the store's audit chain as it was when the release was decided, so that a chain that is cut or
     * written anew later shows (R12).
     */
    ANCHORED
}
