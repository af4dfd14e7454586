package io.storeops.failure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Why a guard said no.
 *
 * @param code the stable code, as in NOT_DUE
 * @param detail what was asked, what stands in the way, what to do
 */
public record Refusal(String code, String detail) implements Serializable {
    /** Checks for null. */
    public Refusal {
        requireNonNull(code, "code");
        requireNonNull(detail, "detail");
    }
}
