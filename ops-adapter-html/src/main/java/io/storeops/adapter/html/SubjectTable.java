package io.storeops.adapter.html;

import io.storeops.figures.Figures;
import io.storeops.figures.MergedSpan;
import io.storeops.figures.Metric;
import io.storeops.figures.Quality;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.figures.SubjectKind;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.SlotChange;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A subject's day as a table: every slot, what adjoining slots have together, the totals (R26, R30, R34). */
final class SubjectTable {
    private record Value(Subject subject, int slot, Metric metric) {}

    private final DayBook book;
    private final Notation notation;
    private final Markup markup;
    private final Set<Value> corrected = new HashSet<>();
    private int written;

    SubjectTable(DayBook book, Notation notation, Markup markup) {
        this.book = book;
        this.notation = notation;
        this.markup = markup;
        book.releases().stream()
                .flatMap(release -> release.changes().stream())
                .filter(change -> change.slot().date().equals(book.day().date()))
                .forEach(change -> corrected.add(value(change)));
    }

    private static Value value(SlotChange change) {
        return new Value(change.subject(), change.slot().number(), change.metric());
    }

    void write(SubjectDay day) {
        String caption = "subject-" + ++written;
        FramedTable.open(markup.open("div", "class", "card"), "numbers", caption);
        caption(day.subject(), caption);
        List<Metric> metrics = metrics(day);
        head(metrics);
        markup.open("tbody");
        Map<Integer, Map<Integer, Figures.Builder>> merged = merged(day);
        for (int slot = 1; slot <= day.slots().size(); slot++) {
            slot(day, slot, metrics);
            int last = slot;
            merged.getOrDefault(slot, Map.of())
                    .forEach((first, figures) -> together(first, last, figures.build(), metrics));
        }
        markup.close().open("tfoot").open("tr").say("th", Phrase.TOTAL, "scope", "row");
        cells(day, 0, day.totals(), metrics, book.slotsDue() > 0);
        FramedTable.close(markup.close().close()).close();
    }

    private void caption(Subject subject, String id) {
        markup.open("caption", "id", id).say(Phrase.of(subject.kind())).text(" ");
        SubjectName.write(book, subject, markup);
        boolean estimated = subject.kind() == SubjectKind.COMPETITOR
                || book.readings().stream()
                        .anyMatch(version -> version.reading().subject().equals(subject)
                                && version.reading().quality() == Quality.ESTIMATED);
        if (estimated) {
            markup.say("span", Phrase.ESTIMATED, "class", "tag");
        }
        markup.close();
    }

    /** The key metrics, and whatever else the sources gave. */
    private static List<Metric> metrics(SubjectDay day) {
        return Metric.all().stream()
                .filter(metric -> Metric.keyMetrics().contains(metric)
                        || day.totals().has(metric)
                        || day.slots().stream().anyMatch(slot -> slot.has(metric))
                        || day.merged().stream().anyMatch(span -> span.metric() == metric))
                .toList();
    }

    private void head(List<Metric> metrics) {
        markup.open("thead").open("tr").say("th", Phrase.SLOT, "scope", "col", "style", "text-align:left");
        metrics.forEach(metric -> markup.say("th", Phrase.of(metric), "scope", "col"));
        markup.say("th", Phrase.CONVERSION, "scope", "col").close().close();
    }

    /** What slots have together, by the last slot, then by the first. */
    private static Map<Integer, Map<Integer, Figures.Builder>> merged(SubjectDay day) {
        Map<Integer, Map<Integer, Figures.Builder>> merged = new TreeMap<>();
        for (MergedSpan span : day.merged()) {
            merged.computeIfAbsent(span.last(), last -> new TreeMap<>())
                    .computeIfAbsent(span.first(), first -> Figures.builder())
                    .set(span.metric(), span.value());
        }
        return merged;
    }

    private void slot(SubjectDay day, int slot, List<Metric> metrics) {
        int due = book.slotsDue();
        markup.open("tr", "class", slot == due ? "last" : "slot").open("th", "scope", "row");
        markup.leaf("span", Integer.toString(slot), "class", "no");
        markup.leaf("span", notation.slotTimes(slot), "class", "when");
        markup.text(slot == due ? " ▸" : "").close();
        cells(day, slot, day.slot(slot), metrics, slot <= due);
        markup.close();
    }

    private void cells(SubjectDay day, int slot, Figures figures, List<Metric> metrics, boolean due) {
        for (Metric metric : metrics) {
            markup.open("td");
            if (figures.has(metric)) {
                if (corrected.contains(new Value(day.subject(), slot, metric))) {
                    markup.leaf("span", "改", "class", "mark", "title", Phrase.LEGEND_CORRECTED.both());
                }
                markup.text(notation.value(metric, figures.get(metric)));
            } else {
                absent(due);
            }
            markup.close();
        }
        markup.open("td");
        figures.conversion().ifPresentOrElse(ratio -> markup.text(notation.percent(ratio)), () -> absent(due));
        markup.close();
    }

    private void absent(boolean due) {
        if (due) {
            markup.leaf("span", Phrase.MISSING.chinese(), "class", "missing");
        } else {
            markup.leaf("span", "·", "class", "ahead");
        }
    }

    /** A row of what is merged; a metric that is not merged over the same slots stands in its own row. */
    private void together(int first, int last, Figures figures, List<Metric> metrics) {
        markup.open("tr", "class", "together").open("th", "scope", "row");
        markup.leaf("span", first + "–" + last, "class", "no")
                .say(Phrase.MERGED)
                .close();
        for (Metric metric : metrics) {
            markup.leaf("td", figures.has(metric) ? notation.value(metric, figures.get(metric)) : "");
        }
        markup.leaf("td", figures.conversion().map(notation::percent).orElse(""))
                .close();
    }
}
