package io.storeops.document;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of text that knows which of its parts are the library's own words and which are names that somebody else chose. A
 * rendering trusts the words and lets no name become a link, a mention, a cell or markup. Immutable; equal if the parts are.
 *
 * @param parts the parts in order, copied; empty ones are left out and neighbours of one kind are one part
 */
public record Line(List<Part> parts) {
    /** A line without text. */
    public static final Line EMPTY = new Line(List.of());

    /**
     * A part of a line.
     *
     * @param text the text; a line break in it is shown as a space
     * @param name whether it is a name that somebody else chose, rather than words of the library
     */
    public record Part(String text, boolean name) {
        /**
         * Checks the characters.
         *
         * @throws IllegalArgumentException if the text contains NUL or half a surrogate pair, which no storage keeps
         */
        public Part {
            requireNonNull(text, "text");
            for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
                int code = text.codePointAt(at);
                if (code == 0 || Character.getType(code) == Character.SURROGATE) {
                    throw new IllegalArgumentException(
                            String.format(Locale.ROOT, "A text cannot contain U+%04X (position %d)", code, at + 1));
                }
            }
        }

        /**
         * The text as renderings show it.
         *
         * @return the text on one line: what breaks lines, or turns the direction of what follows, is a space
         */
        public String shown() {
            return flat(text);
        }
    }

    /** Copies the parts and joins neighbours of one kind. */
    public Line {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).name() == part.name()) {
                joined.set(last, new Part(joined.get(last).text() + part.text(), part.name()));
            } else if (!part.text().isEmpty()) {
                joined.add(part);
            }
        }
        parts = ImmutableList.copyOf(joined);
    }

    /**
     * Words of the library.
     *
     * @param words the words; never something that somebody else chose
     * @return the line
     */
    public static Line of(String words) {
        return EMPTY.and(words);
    }

    /**
     * A name that somebody else chose: of a store, an item, a file.
     *
     * @param name the name
     * @return the line
     */
    public static Line ofName(String name) {
        return EMPTY.andName(name);
    }

    /**
     * The line with words of the library at the end.
     *
     * @param words the words; never something that somebody else chose
     * @return the longer line
     */
    public Line and(String words) {
        return with(new Part(words, false));
    }

    /**
     * The line with a name at the end.
     *
     * @param name the name that somebody else chose
     * @return the longer line
     */
    public Line andName(String name) {
        return with(new Part(name, true));
    }

    /**
     * The line with another one at the end.
     *
     * @param other the other line
     * @return the longer line
     */
    public Line and(Line other) {
        return new Line(
                ImmutableList.<Part>builder().addAll(parts).addAll(other.parts).build());
    }

    private Line with(Part part) {
        return new Line(ImmutableList.<Part>builder().addAll(parts).add(part).build());
    }

    /**
     * The text alone.
     *
     * @return the parts one after the other, as they are
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    boolean showsNothing() {
        return flat(text()).isBlank();
    }

    static String flat(String text) {
        StringBuilder flat = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            flat.append(breaks(c) ? ' ' : c);
        }
        return flat.toString();
    }

    private static boolean breaks(char c) {
        boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return turns || c == '\u2028' || c == '\u2029' || Character.isISOControl(c);
    }

    @Override
    public String toString() {
        return text();
    }
}
