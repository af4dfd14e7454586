package io.storeops.reporting;

import io.storeops.catalog.Money;
import io.storeops.catalog.Store;
import io.storeops.evidence.Anchor;
import io.storeops.figures.Figures;
import io.storeops.figures.MergedSpan;
import io.storeops.figures.Metric;
import io.storeops.figures.MissingValue;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.reporting.Wording.Word;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A release as text in Markdown, for a chat group or a file: a table per subject with the slots closed so far, the last one
 * in bold, then the totals (R23). A missing value says so and is never 0; conversion without visitors is {@code -} (R26).
 */
final class ReleaseText {
    private static final DateTimeFormatter BOUNDARY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Store store;
    private final Wording wording;

    ReleaseText(Store store, Wording wording) {
        this.store = store;
        this.wording = wording;
    }

    String title(Release release) {
        return "[" + escaped(store.name()) + "] " + release.boundary().format(BOUNDARY) + " " + say(Word.TITLE) + " "
                + String.format(Locale.ROOT, "P%02d", release.slot().number())
                + (release.version() > 1 ? " v" + release.version() + " " + say(Word.CORRECTION) : "")
                + (release.complete() ? "" : " " + say(Word.INCOMPLETE));
    }

    String body(Release release) {
        StringBuilder text = new StringBuilder();
        if (!release.complete()) {
            text.append(say(Word.MISSING)).append(": ");
            text.append(String.join(
                            ", ", release.missing().stream().map(this::missing).toList()))
                    .append('\n');
        }
        if (!release.changes().isEmpty()) {
            text.append('\n');
            release.changes().forEach(change -> text.append(change(change)).append('\n'));
        }
        release.days()
                .forEach(day ->
                        table(text, heading(day.subject()), day, release.slot().number()));
        release.closedDays()
                .forEach(day -> table(
                        text,
                        say(Word.CLOSED_DAY) + " " + day.date() + " " + heading(day.subject()),
                        day,
                        day.slots().size()));
        return text.toString().stripLeading();
    }

    /** The last line of a release: number and hash stay as they are, to be compared and given to the check of the chain. */
    String anchor(Anchor head) {
        return "\n" + say(Word.AUDIT_CHAIN) + " " + escaped(head.store().value()) + "#" + head.number() + ":"
                + head.hash() + "\n";
    }

    private String missing(MissingValue missing) {
        return heading(missing.subject()) + " " + escaped(missing.metric().column());
    }

    private String change(SlotChange change) {
        return "- " + heading(change.subject()) + " " + say(Word.SLOT) + " " + change.slot()
                + (change.lastSlot() > change.slot().number() ? "–" + change.lastSlot() : "") + " "
                + escaped(change.metric().column()) + ": " + value(change.metric(), change.before()) + " → "
                + value(change.metric(), change.now())
                + change.reason()
                        .map(reason -> " (" + escaped(reason.name()) + ")")
                        .orElse("");
    }

    private String heading(Subject subject) {
        return switch (subject.kind()) {
                    case STORE -> say(Word.STORE);
                    case ITEM -> say(Word.ITEM);
                    case COMPETITOR -> say(Word.COMPETITOR);
                }
                + " " + escaped(subject.id());
    }

    private void table(StringBuilder text, String heading, SubjectDay day, int upTo) {
        text.append("\n## ")
                .append(heading)
                .append("\n\n| ")
                .append(String.join(
                        " | ",
                        say(Word.SLOT),
                        say(Word.AMOUNT),
                        say(Word.VISITORS),
                        say(Word.BUYERS),
                        say(Word.CONVERSION)));
        text.append(" |\n| --- | ---: | ---: | ---: | ---: |\n");
        for (int slot = 1; slot <= upTo; slot++) {
            row(text, Integer.toString(slot), day.slot(slot), slot == upTo);
        }
        merged(day).forEach((span, figures) -> row(text, span + " " + say(Word.MERGED), figures.build(), false));
        row(text, say(Word.TOTAL), day.totals(), false);
    }

    /** One line for all metrics that are merged over the same slots (R30). */
    private static Map<String, Figures.Builder> merged(SubjectDay day) {
        Map<String, Figures.Builder> lines = new LinkedHashMap<>();
        for (MergedSpan span : day.merged()) {
            lines.computeIfAbsent(span.first() + "–" + span.last(), slots -> Figures.builder())
                    .set(span.metric(), span.value());
        }
        return lines;
    }

    private void row(StringBuilder text, String label, Figures figures, boolean bold) {
        String mark = bold ? "**" : "";
        List<String> cells = List.of(
                label,
                value(Metric.AMOUNT, value(figures, Metric.AMOUNT)),
                value(Metric.VISITORS, value(figures, Metric.VISITORS)),
                value(Metric.BUYERS, value(figures, Metric.BUYERS)),
                figures.conversion().map(conversion -> conversion.text("-")).orElse(say(Word.MISSING)));
        text.append("| ")
                .append(String.join(
                        " | ", cells.stream().map(cell -> mark + cell + mark).toList()))
                .append(" |\n");
    }

    private static Optional<Long> value(Figures figures, Metric metric) {
        return figures.has(metric) ? Optional.of(figures.get(metric)) : Optional.empty();
    }

    private String value(Metric metric, Optional<Long> value) {
        return value.map(number -> metric == Metric.AMOUNT || metric == Metric.REFUNDED
                        ? Money.ofMinor(number, store.currency()).major().toPlainString()
                        : Long.toString(number))
                .orElse(say(Word.MISSING));
    }

    private String say(Word word) {
        return wording.say(word);
    }

    /** Ids and names are other people's text: nothing in them may become a link, a mention or a table cell. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\`*_{}[]<>()#+-!|@~:&".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        return out.toString();
    }
}
