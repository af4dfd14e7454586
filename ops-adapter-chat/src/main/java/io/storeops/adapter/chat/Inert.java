package io.storeops.adapter.chat;

import io.storeops.document.Line;
import java.util.regex.Pattern;

/**
 * Lines that no chat takes for anything but text. No platform documents an escape that holds in all of its clients, so none is
 * relied on: in a name that somebody else chose, every character with a meaning to one of them is shown by its full-width twin
 * (＠ for @), what is invisible is left out, and a dot within what could be an address has a space behind it. In the library's
 * own words only what could mention somebody, begin a tag or end preformatted text is.
 */
final class Inert {
    private static final String IN_NAMES = "\\`*_{}[]<>#|@~:&";
    private static final String IN_WORDS = "`*<|@";
    private static final String DOTS = ".\uFF0E\uFF61\u3002";
    private static final int FULL_WIDTH = 0xFEE0;
    private static final int JOINER = 0x200D;
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");
    private static final Pattern MARKED = Pattern.compile("^[-+](?=\\s|$)|^[-=](?=[-=]*$)|^[#>]");

    private Inert() {}

    /** The line as text that is inert. */
    static String of(Line line) {
        StringBuilder out = new StringBuilder();
        for (Line.Part part : line.parts()) {
            if (part.name()) {
                name(visible(part.shown()), out);
            } else {
                out.append(replaced(part.shown(), IN_WORDS).replace("](", "\uFF3D("));
            }
        }
        return out.toString().strip();
    }

    /** The line as a paragraph of Markdown, where its beginning could make it a list, a heading or a quotation. */
    static String paragraph(Line line) {
        String text = NUMBERED.matcher(of(line))
                .replaceFirst(match -> match.group(1) + wide(match.group(2).charAt(0)));
        return MARKED.matcher(text)
                .replaceFirst(match -> String.valueOf(wide(match.group().charAt(0))));
    }

    private static char wide(char c) {
        return (char) (c + FULL_WIDTH);
    }

    private static String replaced(String text, String special) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(special.indexOf(c) >= 0 ? wide(c) : c);
        }
        return out.toString();
    }

    private static void name(String name, StringBuilder out) {
        String text = replaced(name, IN_NAMES);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c);
            boolean last = i + 1 == text.length();
            if (DOTS.indexOf(c) >= 0 && (last || leadsOn(text, i))) {
                out.append(' ');
            }
        }
    }

    /** Whether what stands after a dot could go on an address; the dot of a decimal cannot. */
    private static boolean leadsOn(String text, int dot) {
        int next = text.codePointAt(dot + 1);
        if (text.charAt(dot) != '.') {
            return next < 0x80 && Character.isLetterOrDigit(next);
        }
        return !Character.isWhitespace(next) && next != '.' && !decimal(text, dot);
    }

    /** The only dot of what has no space, between two digits of ASCII. */
    private static boolean decimal(String text, int dot) {
        return dot > 0
                && digit(text.charAt(dot - 1))
                && digit(text.charAt(dot + 1))
                && alone(text, dot, -1)
                && alone(text, dot, 1);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether no other dot stands before the next space in one direction. */
    private static boolean alone(String text, int dot, int step) {
        int i = dot + step;
        while (i >= 0 && i < text.length() && !Character.isWhitespace(text.charAt(i))) {
            if (text.charAt(i) == '.') {
                return false;
            }
            i += step;
        }
        return true;
    }

    /** Without what nobody sees, but for what joins the parts of one pictograph. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int before = ' ';
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int code = text.codePointAt(i);
            int end = i + Character.charCount(code);
            int after = end < text.length() ? text.codePointAt(end) : ' ';
            if (!invisible(code) || (code == JOINER && pictograph(before) && pictograph(after))) {
                out.appendCodePoint(code);
            }
            before = code;
        }
        return out.toString();
    }

    private static boolean pictograph(int code) {
        int type = Character.getType(code);
        return type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL || code == 0xFE0F;
    }

    /** Format characters, and the letters and marks that Unicode lets every display leave out. */
    private static boolean invisible(int code) {
        return Character.getType(code) == Character.FORMAT
                || code == 0x034F
                || code == 0x115F
                || code == 0x1160
                || code == 0x17B4
                || code == 0x17B5
                || (code >= 0x180B && code <= 0x180F)
                || code == 0x3164
                || code == 0xFFA0
                || (code >= 0xE0000 && code <= 0xE0FFF);
    }
}
