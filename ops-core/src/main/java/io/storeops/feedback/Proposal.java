package io.storeops.feedback;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Target;
import io.storeops.id.IdText;

/**
 * What somebody wants to suggest.
 *
 * @param id the suggestion's id, chosen by the caller, unique in the store; so short that {@code suggestion/id} is an id too
 * @param scope on what, which decides the right that it takes
 * @param about what thing, as in an anomaly's id
 * @param text the suggestion itself; not blank
 */
public record Proposal(String id, SuggestionScope scope, String about, String text) {
    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if id or about break the rule of {@link IdText}, or the text is blank
     */
    public Proposal {
        Target.of(Suggestion.TABLE.name(), id);
        requireNonNull(scope, "scope");
        IdText.checked("name of what suggestion " + id + " is about", about);
        requireText(id, text);
    }

    static String requireText(String id, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Suggestion " + id + " suggests nothing; its text is blank");
        }
        return text;
    }
}
