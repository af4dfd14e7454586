package io.storeops.evidence;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * What a piece of evidence (职责成果见证) is: a name, and where the name has several forms a variant, as in
 * {@code SCREENSHOT_BEFORE}, {@code CHANNEL_RECEIPT:DATA_GROUP} or {@code FEEDBACK:ORAL} (R3, R4). Immutable.
 *
 * @param name a word of capital letters, digits and underscores, at most 41 characters
 * @param variant such a word too; empty where the name stands alone
 */
public record EvidenceKind(String name, String variant) implements Comparable<EvidenceKind> {
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,40}");

    /**
     * Checks the words.
     *
     * @throws IllegalArgumentException if a word is none
     */
    public EvidenceKind {
        requireNonNull(variant, "variant");
        if (!isWord(name) || !(variant.isEmpty() || isWord(variant))) {
            throw new IllegalArgumentException("'" + print(name, variant)
                    + "' is not a kind of evidence (expected something like SCREENSHOT or CHANNEL_RECEIPT:DATA_GROUP)");
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text as in {@code SCREENSHOT} or {@code FEEDBACK:ORAL}
     * @return the kind
     * @throws IllegalArgumentException if the text is not a kind
     */
    public static EvidenceKind parse(String text) {
        int colon = text.indexOf(':');
        // A colon without a variant stays in the name, which refuses it: SCREENSHOT is written in one way only.
        return colon < 0 || colon == text.length() - 1
                ? new EvidenceKind(text, "")
                : new EvidenceKind(text.substring(0, colon), text.substring(colon + 1));
    }

    static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    static String print(String name, String variant) {
        return variant.isEmpty() ? name : name + ":" + variant;
    }

    @Override
    public int compareTo(EvidenceKind other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return print(name, variant);
    }
}
