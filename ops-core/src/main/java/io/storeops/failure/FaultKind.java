package io.storeops.failure;

/**
 * Whose fault a failure outside the library is, and with it whether and when to come back. An adapter maps every platform
 * code to one of these; an unknown code is {@link #UNKNOWN_OUTCOME}, never success.
 */
public enum FaultKind {
    /** Too many calls; come back at the named instant. */
    THROTTLED(true),
    /** A passing failure of the other side or of the way there. */
    TRANSIENT(true),
    /** The data do not exist yet; come back at the named instant. */
    NOT_READY(true),
    /** The credentials are missing, expired or wrong; a person must act. */
    AUTH(false),
    /** The credentials are good but do not allow this. */
    PERMISSION(false),
    /** The platform's risk control blocked the call; never repeat it. */
    RISK_BLOCKED(false),
    /** The request, the file or its contents are wrong. */
    INVALID(false),
    /** The thing asked for does not exist. */
    NOT_FOUND(false),
    /** Somebody else changed the thing first. */
    CONFLICT(false),
    /** The adapter cannot do this at all. */
    UNSUPPORTED(false),
    /** Nobody can know whether it happened; look before doing anything else. */
    UNKNOWN_OUTCOME(false);

    private final boolean retryable;

    FaultKind(boolean retryable) {
        this.retryable = retryable;
    }

    /**
     * Whether repeating the same call later can succeed without anybody acting.
     *
     * @return true for THROTTLED, TRANSIENT and NOT_READY
     */
    public boolean retryable() {
        return retryable;
    }
}
