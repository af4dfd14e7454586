package io.storeops.adapter.html;

import io.storeops.document.Line;
import io.storeops.kpi.Kpi;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a document that is HTML and well-formed XML at once. Every text and every value of an attribute goes through the
 * same escaping, so nobody's name becomes markup. Not thread-safe.
 */
final class Markup {
    private static final Set<String> VOID = Set.of("meta", "img");
    private static final Set<String> INLINE = Set.of(
            "span",
            "bdi",
            "b",
            "strong",
            "figcaption",
            "td",
            "th",
            "title",
            "text",
            "p",
            "h1",
            "h2",
            "h3",
            "dt",
            "dd",
            "style");

    private static final Set<String> PHRASING = Set.of("span", "bdi", "b", "strong");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> opened = new ArrayDeque<>();

    /** Begins an element; attributes are pairs of name and value. */
    Markup open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], true);
            out.append('"');
        }
        if (VOID.contains(tag)) {
            out.append("/>\n");
            return this;
        }
        out.append('>');
        opened.push(tag);
        return INLINE.contains(tag) ? this : line();
    }

    Markup close() {
        String tag = opened.pop();
        out.append("</").append(tag).append('>');
        return PHRASING.contains(tag) ? this : line();
    }

    Markup text(String text) {
        escape(text, false);
        return this;
    }

    Markup leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Other people's text: set apart, so that its direction of writing does not turn its surroundings. */
    Markup foreign(String text) {
        return leaf("bdi", text);
    }

    /** A line of a document: its words as they are, the names in it as other people's text. */
    Markup line(Line line) {
        for (Line.Part part : line.parts()) {
            if (part.name()) {
                foreign(part.shown());
            } else {
                text(part.shown());
            }
        }
        return this;
    }

    /** A line of a document where there is only room for characters: in a title, in a drawing. */
    static String plain(Line line) {
        return line.parts().stream()
                .map(Line.Part::shown)
                .collect(Collectors.joining())
                .strip();
    }

    /** Chinese, then English, marked as such. */
    Markup say(Phrase phrase) {
        return say(phrase.chinese(), phrase.english());
    }

    /** What a measure is called. */
    Markup say(Kpi kpi) {
        return say(kpi.chinese(), kpi.english());
    }

    private Markup say(String chinese, String english) {
        return text(chinese).text(" ").leaf("span", english, "class", "en", "lang", "en");
    }

    /** A heading or cell that only says something. */
    Markup say(String tag, Phrase phrase, String... attributes) {
        return open(tag, attributes).say(phrase).close();
    }

    /**
     * Ends the document.
     *
     * @throws IllegalStateException if an element is still open
     */
    String end() {
        if (!opened.isEmpty()) {
            throw new IllegalStateException("Elements are still open: " + opened);
        }
        return out.toString();
    }

    private Markup line() {
        out.append('\n');
        return this;
    }

    private void escape(String text, boolean attribute) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\'' -> out.append(attribute ? "&#39;" : "'");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
    }

    /** What XML 1.0 does not allow is replaced, and so are the marks that turn the direction of writing. */
    private static boolean allowed(int c) {
        boolean control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
        boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !turning && !surrogate && (c & 0xFFFE) != 0xFFFE;
    }
}
