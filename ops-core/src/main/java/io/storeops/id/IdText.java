package io.storeops.id;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The one rule of every id: 1 to 128 characters of the Unicode basic plane, in composed form (NFC), without control
 * characters, without white space at either end. Outside the basic plane the sort orders of Java and of databases differ,
 * which a key must not.
 */
public final class IdText {
    private static final int LONGEST = 128;

    private IdText() {}

    /**
     * Checks one id.
     *
     * @param what what the id names, for the message, as in "store id"
     * @param text the id
     * @return the same text
     * @throws IllegalArgumentException if the text breaks the rule, naming the rule and the text
     */
    public static String checked(String what, String text) {
        requireNonNull(text, what);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw refused(what, text, "needs 1 to " + LONGEST + " characters, has " + text.length());
        }
        if (isSpace(text.charAt(0)) || isSpace(text.charAt(text.length() - 1))) {
            throw refused(what, text, "must not begin or end with white space");
        }
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c) || Character.getType(c) == Character.FORMAT) {
                throw refused(
                        what,
                        text,
                        String.format(Locale.ROOT, "must not contain U+%04X (position %d)", (int) c, i + 1));
            }
            ascii &= c < 0x80;
        }
        if (!ascii && !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw refused(what, text, "must be in Unicode's composed form (NFC)");
        }
        return text;
    }

    /** Java does not count the no-break spaces as white space, although nobody can see the difference. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static IllegalArgumentException refused(String what, String text, String rule) {
        return new IllegalArgumentException("The " + what + " '" + text + "' " + rule);
    }
}
