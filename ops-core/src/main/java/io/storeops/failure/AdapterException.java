package io.storeops.failure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure outside the library, reported by an adapter: a file, a database, a marketplace, a channel. The message names
 * the adapter's object (file, line, address without secrets) and the way out.
 */
public class AdapterException extends StoreOpsException {
    private static final long serialVersionUID = 1L;

    private final FaultKind kind;
    private final @Nullable Instant retryAt;

    /**
     * Creates the exception.
     *
     * @param kind whose fault it is
     * @param message what failed, without secrets
     */
    public AdapterException(FaultKind kind, String message) {
        super(message);
        this.kind = requireNonNull(kind, "kind");
        this.retryAt = null;
    }

    /**
     * Creates the exception with its cause.
     *
     * @param kind whose fault it is
     * @param message what failed, without secrets
     * @param cause what made it fail
     */
    public AdapterException(FaultKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind, "kind");
        this.retryAt = null;
    }

    /**
     * Creates the exception of a failure that ends by itself.
     *
     * @param kind a retryable kind
     * @param message what failed, without secrets
     * @param retryAt the earliest instant at which a repeat makes sense
     * @throws IllegalArgumentException if the kind is not retryable
     */
    public AdapterException(FaultKind kind, String message, Instant retryAt) {
        super(message);
        if (!kind.retryable()) {
            throw new IllegalArgumentException("A failure of kind " + kind + " has no retry instant");
        }
        this.kind = kind;
        this.retryAt = requireNonNull(retryAt, "retryAt");
    }

    /**
     * Whose fault it is.
     *
     * @return the kind
     */
    public FaultKind kind() {
        return kind;
    }

    /**
     * When to come back, if the other side said so.
     *
     * @return the earliest instant of a repeat
     */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }
}
