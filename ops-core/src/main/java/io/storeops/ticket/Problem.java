package io.storeops.ticket;

import io.storeops.id.IdText;
import java.util.regex.Pattern;

/**
 * What a department brings. Immutable.
 *
 * @param department the department, one's own
 * @param severity how grave it is, a word as in HIGH: the roster may have time limits for it (D53)
 * @param text what it is; not blank
 */
public record Problem(String department, String severity, String text) {
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,40}");

    /**
     * Checks the words.
     *
     * @throws IllegalArgumentException if the department breaks the rule of {@link IdText}, the severity is no word of capital letters,
     *     digits and underscores, or the text is blank
     */
    public Problem {
        IdText.checked("department", department);
        if (!WORD.matcher(severity).matches()) {
            throw new IllegalArgumentException(
                    "'" + severity + "' is not a severity (expected a word of capital letters, as in HIGH)");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("A problem of " + department + " says nothing; its text is blank");
        }
    }
}
