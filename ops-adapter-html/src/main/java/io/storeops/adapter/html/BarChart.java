package io.storeops.adapter.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Lying bars, a row each: labels and values keep their line on a phone too. */
final class BarChart {
    private static final double ROW = 26;
    private static final double LINE = 18;
    private static final double LEVEL = 22;
    private static final double NARROWEST = 40;

    /**
     * A row.
     *
     * @param front a short text in front of the label, as a number; empty if none
     * @param label the label, line by line
     * @param strong whether it is the row to look at
     * @param value what is drawn
     */
    record Bar(String front, List<String> label, boolean strong, Value value) {
        double height() {
            return ROW + (label.size() - 1) * LINE;
        }
    }

    /** What a row shows. */
    sealed interface Value {
        /** A bar as long as its amount. */
        record Known(long amount, String shown) implements Value {}

        /** A hatched field: it should be there, and is not. */
        record Missing(String word) implements Value {}

        /** Nothing: it cannot be there yet. */
        record Ahead() implements Value {}
    }

    /** What rows from a first to a last one, counted from 1, have together. */
    record Span(int first, int last, long amount, String shown, String label) {}

    /** Where an amount lies between the labels and the values. */
    private record Scale(double left, double right, long low, long high) {
        double x(long amount) {
            return left + (right - left) * ((double) amount - low) / ((double) high - low);
        }
    }

    private final Drawing drawing;
    private final double left;
    private final List<Bar> bars;
    private final List<Span> spans;
    private final Optional<Drawing.Level> level;

    /** A chart whose bars begin at a place, right of the labels. */
    BarChart(Drawing drawing, double left, List<Bar> bars, List<Span> spans, Optional<Drawing.Level> level) {
        this.drawing = drawing;
        this.left = left;
        this.bars = List.copyOf(bars);
        this.spans = List.copyOf(spans);
        this.level = level;
    }

    double height() {
        return top(bars.size() + 1) + 2;
    }

    /** Where a row begins; the level's label is above the first. */
    private double top(int row) {
        return (level.isPresent() ? LEVEL : 0)
                + 2
                + bars.subList(0, row - 1).stream().mapToDouble(Bar::height).sum();
    }

    void write() {
        Scale scale = scale();
        for (int row = 1; row <= bars.size(); row++) {
            row(bars.get(row - 1), top(row), scale);
        }
        spans.forEach(span -> span(span, scale));
        level.ifPresent(aim -> level(aim, scale));
    }

    private Scale scale() {
        long[] amounts = LongStream.concat(
                        known().mapToLong(Value.Known::amount),
                        LongStream.concat(
                                spans.stream().mapToLong(Span::amount),
                                level.stream().mapToLong(Drawing.Level::amount)))
                .toArray();
        double widest = Stream.concat(
                        known().map(Value.Known::shown), spans.stream().map(Span::shown))
                .mapToDouble(shown -> shown.length() * Drawing.DIGIT)
                .max()
                .orElse(0);
        return new Scale(
                left,
                Math.max(left + NARROWEST, Drawing.WIDTH - 14 - Math.max(4 * Drawing.DIGIT, widest)),
                Math.min(0, LongStream.of(amounts).min().orElse(0)),
                Math.max(1, LongStream.of(amounts).max().orElse(0)));
    }

    private Stream<Value.Known> known() {
        return bars.stream()
                .map(Bar::value)
                .filter(Value.Known.class::isInstance)
                .map(Value.Known.class::cast);
    }

    private void row(Bar bar, double top, Scale scale) {
        double base = top + ROW * 0.68;
        String weight = bar.strong() ? " strong" : "";
        if (!bar.front().isEmpty()) {
            drawing.text("strong", "end", 24, base, bar.front());
        }
        for (int line = 0; line < bar.label().size(); line++) {
            double x = bar.front().isEmpty() ? 4 : 34;
            drawing.text(
                    "quiet" + weight,
                    "start",
                    x,
                    base + line * LINE,
                    bar.label().get(line));
        }
        if (bar.value() instanceof Value.Known known) {
            double from = Math.min(scale.x(0), scale.x(known.amount()));
            double width = Math.max(1, Math.abs(scale.x(known.amount()) - scale.x(0)));
            drawing.rect("bar", from, top + 4, width, ROW - 8);
            drawing.text(weight, "end", Drawing.WIDTH - 4, base, known.shown());
        } else if (bar.value() instanceof Value.Missing missing) {
            drawing.rect("track", left, top + 3, scale.right() - left, ROW - 6);
            drawing.hatch(left, top + 3, scale.right() - left, ROW - 6);
            drawing.text("strong halo", "end", scale.right() - 8, base, missing.word());
        } else {
            drawing.text("quiet", "end", Drawing.WIDTH - 4, base, "·");
        }
    }

    /** One bar over all the rows of the span, as long as what they have together. */
    private void span(Span span, Scale scale) {
        double top = top(span.first());
        double height = top(span.last() + 1) - top;
        double from = Math.min(scale.x(0), scale.x(span.amount()));
        double width = Math.max(2, Math.abs(scale.x(span.amount()) - scale.x(0)));
        drawing.rect("span", from, top + 6, width, height - 12);
        double base = top + height / 2 + 4.5;
        drawing.text("halo strong", "start", scale.x(0) + 8, base, span.label());
        double bracket = scale.right() + 5;
        drawing.line("mark", bracket, top + 4, bracket, top + height - 4);
        drawing.text("strong", "end", Drawing.WIDTH - 4, base, span.shown());
    }

    private void level(Drawing.Level aim, Scale scale) {
        double x = scale.x(aim.amount());
        drawing.line("aim", x, LEVEL - 2, x, height() - 2);
        boolean early = x < Drawing.WIDTH / 2;
        double width = early ? Drawing.WIDTH - x : x;
        drawing.text("aimtext", early ? "start" : "end", x, LEVEL - 8, Drawing.cut(aim.label(), width));
    }
}
