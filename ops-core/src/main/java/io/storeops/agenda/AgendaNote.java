package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Target;
import java.util.Optional;

/**
 * Something to be kept in mind on a date, beside what is due: a line of the day's plan (D46). Immutable.
 *
 * @param origin what it is of, as in {@code daily_plan/PLN1}
 * @param id its id within that
 * @param text what it says; empty once redacted
 */
public record AgendaNote(Target origin, String id, Optional<String> text) {
    /** Checks for null. */
    public AgendaNote {
        requireNonNull(origin, "origin");
        requireNonNull(id, "id");
        requireNonNull(text, "text");
    }
}
