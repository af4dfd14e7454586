package io.storeops.id;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The one rule of every id: 1 to 128 characters of the Unicode basic plane, in composed form (NFC), that can be seen and told
 * apart (D94). Outside the basic plane the sort orders of Java and of databases differ, which a key must not.
 *
 * <p>Of ASCII every character that can be seen is allowed, and a space inside; beyond ASCII those of Unicode's identifier profile
 * (UTS #39, Identifier_Status Allowed, Unicode 16.0): no invisible or ignorable character, no full-width copy of a letter, no
 * symbol. An id is of the restriction level "highly restrictive": of one script, or of Latin beside Han with Bopomofo, with Hiragana
 * and Katakana, or with Hangul. Parts that a slash separates are judged one by one, since ids are made of others with a slash.
 * Not covered is a whole id of another script that looks like a Latin one: letters of one script are one script.
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
            if (c < 0x80 ? Character.isISOControl(c) : !IdProfile.allows(c)) {
                throw refused(what, text, "must not contain " + named(text, i) + why(c));
            }
            ascii &= c < 0x80;
        }
        if (!ascii) {
            checkBeyondAscii(what, text);
        }
        return text;
    }

    private static void checkBeyondAscii(String what, String text) {
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw refused(what, text, "must be in Unicode's composed form (NFC)");
        }
        for (int from = 0; from <= text.length(); ) {
            int slash = text.indexOf('/', from);
            int to = slash < 0 ? text.length() : slash;
            int mixed = IdProfile.mixedAt(text, from, to);
            if (mixed >= 0) {
                throw refused(
                        what,
                        text,
                        "mixes scripts whose letters look alike, with " + named(text, mixed)
                                + ". Write it in one script; Latin letters may stand beside Chinese, Japanese or Korean");
            }
            from = to + 1;
        }
    }

    private static String named(String text, int i) {
        return String.format(Locale.ROOT, "U+%04X (position %d)", (int) text.charAt(i), i + 1);
    }

    private static String why(char c) {
        return c < 0x80 || Character.isSurrogate(c)
                ? ""
                : ", which Unicode does not allow in identifiers: it cannot be seen, or looks like another";
    }

    /** Java does not count the no-break spaces as white space, although nobody can see the difference. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static IllegalArgumentException refused(String what, String text, String rule) {
        return new IllegalArgumentException("The " + what + " '" + shown(text) + "' " + rule);
    }

    /** The text for the message: what cannot be seen, or turns a terminal about, by its number. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean seen = c < 0x80 ? !Character.isISOControl(c) : IdProfile.allows(c);
            shown.append(seen ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04X", (int) c));
        }
        return shown.toString();
    }
}
