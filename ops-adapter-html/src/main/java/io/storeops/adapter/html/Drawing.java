package io.storeops.adapter.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The shapes of a chart, in the units of its view box. A chart has a title and a text that says what it shows. */
final class Drawing {
    /** The width of every chart in its own units; on screen it takes the width there is. */
    static final double WIDTH = 480;

    /** The most that a digit takes: bold, in the size that the style gives to a chart's text on a phone. */
    static final double DIGIT = 10.8;

    /** The most that a character takes that is no Chinese, Japanese or Korean one, nor a picture; and the most of those. */
    private static final double NARROW = DIGIT;

    private static final double WIDE = 16;
    private static final int FIRST_WIDE = 0x1100;

    /** What the values of a chart are compared with. */
    record Level(long amount, String label) {}

    private final Markup markup;
    private final String name;

    Drawing(Markup markup, String name) {
        this.markup = markup;
        this.name = name;
    }

    void begin(double height, String title, String description) {
        markup.open(
                "svg",
                "class",
                "chart",
                "viewBox",
                "0 0 " + number(WIDTH) + " " + number(height),
                "role",
                "img",
                "aria-labelledby",
                name + "-title " + name + "-text");
        markup.leaf("title", title, "id", name + "-title");
        markup.leaf("desc", description.isEmpty() ? Phrase.LEGEND_AHEAD.both() : description, "id", name + "-text");
    }

    void end() {
        markup.close();
    }

    void rect(String style, double x, double y, double width, double height) {
        markup.open(
                        "rect",
                        "class",
                        style,
                        "x",
                        number(x),
                        "y",
                        number(y),
                        "width",
                        number(width),
                        "height",
                        number(height),
                        "rx",
                        "2")
                .close();
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        markup.open("line", "class", style, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2))
                .close();
    }

    void dot(double x, double y) {
        markup.open("circle", "class", "dot", "cx", number(x), "cy", number(y), "r", "3.2")
                .close();
    }

    /** A text; the anchor is start, middle or end. */
    void text(String style, String anchor, double x, double y, String text) {
        markup.leaf("text", text, "class", style, "text-anchor", anchor, "x", number(x), "y", number(y));
    }

    /** A field of diagonal lines, drawn line by line: a pattern would need a reference. */
    void hatch(double x, double y, double width, double height) {
        for (double at = x - height + 6; at < x + width; at += 8) {
            double from = Math.max(at, x);
            double to = Math.min(at + height, x + width);
            if (to > from) {
                line("hatch", from, y + height - (from - at), to, y + height - (to - at));
            }
        }
    }

    /** The width that a text takes at most. */
    static double width(String text) {
        return text.codePoints()
                .mapToDouble(code -> code >= FIRST_WIDE ? WIDE : NARROW)
                .sum();
    }

    /** As much of a text as fits, with an ellipsis if it is not all. */
    static String cut(String text, double width) {
        return width(text) <= width ? text : text.substring(0, fitting(text, width - WIDE)) + "…";
    }

    /** A text in lines that fit: broken at spaces where there are any. */
    static List<String> wrapped(String text, double width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > width) {
            int end = Math.max(fitting(rest, width), rest.offsetByCodePoints(0, 1));
            int space = rest.lastIndexOf(' ', end);
            int line = space > 0 ? space : end;
            lines.add(rest.substring(0, line));
            rest = rest.substring(line).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** How many characters from the beginning on fit. */
    private static int fitting(String text, double width) {
        int end = 0;
        double taken = 0;
        while (end < text.length()) {
            int code = text.codePointAt(end);
            taken += width(Character.toString(code));
            if (taken > width) {
                break;
            }
            end += Character.charCount(code);
        }
        return end;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
