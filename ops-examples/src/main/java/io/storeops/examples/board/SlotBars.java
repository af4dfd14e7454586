package io.storeops.examples.board;

import io.storeops.figures.Figures;
import io.storeops.figures.MergedSpan;
import io.storeops.figures.Metric;
import io.storeops.figures.SubjectDay;
import io.storeops.reporting.DayBook;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The store's paid amount slot by slot, as lying bars: labels and values keep their line on a phone too. */
final class SlotBars {
    private static final double ROW = 26;
    private static final double LEFT = 158;

    private final DayBook book;
    private final Notation notation;
    private final Markup markup;
    private final Drawing drawing;

    SlotBars(DayBook book, Notation notation, Markup markup) {
        this.book = book;
        this.notation = notation;
        this.markup = markup;
        this.drawing = new Drawing(markup, "bars");
    }

    void write(SubjectDay day) {
        markup.open("div", "class", "card")
                .open("h2")
                .say(Phrase.BARS)
                .leaf("span", notation.currency(), "class", "unit")
                .close();
        drawing.begin(height(day.slots().size()), Phrase.BARS.both(), description(day));
        List<MergedSpan> spans = day.merged().stream()
                .filter(span -> span.metric() == Metric.AMOUNT)
                .toList();
        Scale scale = scale(day, spans);
        for (int slot = 1; slot <= day.slots().size(); slot++) {
            row(slot, day.slot(slot), scale);
        }
        spans.forEach(span -> span(span, scale));
        drawing.end();
        markup.close();
    }

    static double height(int slots) {
        return slots * ROW + 4;
    }

    /** Where an amount lies between the labels and the values. */
    private record Scale(long low, long high, double right) {
        double x(long minor) {
            return LEFT + (right - LEFT) * ((double) minor - low) / ((double) high - low);
        }
    }

    private Scale scale(SubjectDay day, List<MergedSpan> spans) {
        long[] amounts = LongStream.concat(
                        day.slots().stream().flatMapToLong(slot -> slot.find(Metric.AMOUNT).stream()),
                        spans.stream().mapToLong(MergedSpan::value))
                .toArray();
        int longest = LongStream.of(amounts)
                .mapToInt(minor -> notation.money(minor).length())
                .max()
                .orElse(0);
        return new Scale(
                Math.min(0, LongStream.of(amounts).min().orElse(0)),
                Math.max(1, LongStream.of(amounts).max().orElse(0)),
                Drawing.WIDTH - 14 - Math.max(4, longest) * Drawing.DIGIT);
    }

    private void row(int slot, Figures figures, Scale scale) {
        double top = (slot - 1) * ROW + 2;
        double base = top + ROW * 0.68;
        String weight = slot == book.slotsDue() ? " strong" : "";
        drawing.text("strong", "end", 24, base, Integer.toString(slot));
        drawing.text("quiet" + weight, "start", 34, base, notation.slotTimes(slot));
        if (figures.has(Metric.AMOUNT)) {
            long minor = figures.get(Metric.AMOUNT);
            double from = Math.min(scale.x(0), scale.x(minor));
            double width = Math.max(1, Math.abs(scale.x(minor) - scale.x(0)));
            drawing.rect("bar", from, top + 4, width, ROW - 8);
            drawing.text(weight, "end", Drawing.WIDTH - 4, base, notation.money(minor));
        } else if (slot <= book.slotsDue()) {
            drawing.rect("track", LEFT, top + 3, scale.right() - LEFT, ROW - 6);
            drawing.hatch(LEFT, top + 3, scale.right() - LEFT, ROW - 6);
            drawing.text("strong halo", "middle", scale.right() - 16, base, Phrase.MISSING.chinese());
        } else {
            drawing.text("quiet", "end", Drawing.WIDTH - 4, base, "·");
        }
    }

    /** One bar over all the slots of the span, as long as what they have together. */
    private void span(MergedSpan span, Scale scale) {
        double top = (span.first() - 1) * ROW + 2;
        double height = (span.last() - span.first() + 1) * ROW;
        double from = Math.min(scale.x(0), scale.x(span.value()));
        double width = Math.max(2, Math.abs(scale.x(span.value()) - scale.x(0)));
        drawing.rect("span", from, top + 6, width, height - 12);
        double base = top + height / 2 + 4.5;
        String slots = span.first() + "–" + span.last() + " " + Phrase.MERGED.chinese();
        drawing.text("halo strong", "start", scale.x(0) + 8, base, slots);
        double bracket = scale.right() + 5;
        drawing.line("mark", bracket, top + 4, bracket, top + height - 4);
        drawing.text("strong", "end", Drawing.WIDTH - 4, base, notation.money(span.value()));
    }

    private String description(SubjectDay day) {
        StringBuilder text = new StringBuilder();
        IntStream.rangeClosed(1, Math.min(book.slotsDue(), day.slots().size()))
                .forEach(slot -> text.append(notation.slotTimes(slot))
                        .append(' ')
                        .append(
                                day.slot(slot).has(Metric.AMOUNT)
                                        ? notation.money(day.slot(slot).get(Metric.AMOUNT))
                                        : Phrase.MISSING.both())
                        .append("; "));
        day.merged().stream()
                .filter(span -> span.metric() == Metric.AMOUNT)
                .forEach(span -> text.append(span.first() + "–" + span.last() + " " + Phrase.MERGED.both() + " "
                        + notation.money(span.value()) + "; "));
        return text.toString().strip();
    }
}
