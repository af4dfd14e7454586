package io.storeops.adapter.html;

import io.storeops.figures.Figures;
import io.storeops.figures.MergedSpan;
import io.storeops.figures.Metric;
import io.storeops.figures.SubjectDay;
import io.storeops.reporting.DayBook;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The store's paid amount slot by slot. */
final class SlotBars {
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
        BarChart chart = new BarChart(
                drawing,
                LEFT,
                IntStream.rangeClosed(1, day.slots().size())
                        .mapToObj(slot -> bar(slot, day.slot(slot)))
                        .toList(),
                day.merged().stream()
                        .filter(span -> span.metric() == Metric.AMOUNT)
                        .map(this::span)
                        .toList(),
                Optional.empty());
        drawing.begin(chart.height(), Phrase.BARS.both(), description(day));
        chart.write();
        drawing.end();
        markup.close();
    }

    private BarChart.Bar bar(int slot, Figures figures) {
        BarChart.Value value = figures.has(Metric.AMOUNT)
                ? new BarChart.Value.Known(figures.get(Metric.AMOUNT), notation.money(figures.get(Metric.AMOUNT)))
                : slot <= book.slotsDue()
                        ? new BarChart.Value.Missing(Phrase.MISSING.chinese())
                        : new BarChart.Value.Ahead();
        return new BarChart.Bar(
                Integer.toString(slot), List.of(notation.slotTimes(slot)), slot == book.slotsDue(), value);
    }

    private BarChart.Span span(MergedSpan span) {
        return new BarChart.Span(
                span.first(),
                span.last(),
                span.value(),
                notation.money(span.value()),
                span.first() + "–" + span.last() + " " + Phrase.MERGED.chinese());
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
