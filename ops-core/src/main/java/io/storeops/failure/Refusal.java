package io.storeops.failure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * Why a guard said no.
 *
 * @param code the stable code, as in NOT_DUE
 * @param detail what was asked, what stands in the way, what to do
 * @param missing what is lacking, as in a right, a person or a section, for programs that show it; copied, in order
 */
public record Refusal(String code, String detail, List<String> missing) implements Serializable {
    /** Copies the list. */
    public Refusal {
        requireNonNull(code, "code");
        requireNonNull(detail, "detail");
        missing = List.copyOf(missing);
    }

    /**
     * A refusal that says what is lacking in words only.
     *
     * @param code the stable code, as in NOT_DUE
     * @param detail what was asked, what stands in the way, what to do
     */
    public Refusal(String code, String detail) {
        this(code, detail, List.of());
    }
}
