package io.storeops.adapter.excel;

import io.storeops.document.Line;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text on its way into XML. */
final class XmlText {
    private static final Pattern LIKE_AN_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final String ESCAPED_UNDERSCORE = "_x005F_";

    private XmlText() {}

    /** A line as a cell shows it: on one line, without white space around. */
    static String plain(Line line) {
        return line.parts().stream()
                .map(Line.Part::shown)
                .collect(Collectors.joining())
                .strip();
    }

    /** Whether XML 1.0 takes a code point. */
    static boolean allows(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0xD800)
                || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }

    /**
     * A text as a cell keeps it: {@code _x000D_} there stands for a character, so an underscore that begins the like is one itself, and
     * so is what XML does not take.
     */
    static String ofCell(String text) {
        String safe = LIKE_AN_ESCAPE.matcher(text).replaceAll(ESCAPED_UNDERSCORE);
        if (safe.codePoints().allMatch(XmlText::allows)) {
            return safe;
        }
        StringBuilder out = new StringBuilder();
        safe.codePoints().forEach(c -> {
            if (allows(c)) {
                out.appendCodePoint(c);
            } else {
                out.append("_x")
                        .append(Integer.toHexString(0x10000 | c).substring(1).toUpperCase(Locale.ROOT))
                        .append('_');
            }
        });
        return out.toString();
    }

    /** A text in XML of our own, between tags or as the value of an attribute. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().filter(XmlText::allows).forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
