package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Money;
import io.storeops.catalog.Store;
import io.storeops.document.Formulas;
import io.storeops.evidence.Attachment;
import io.storeops.figures.Figures;
import io.storeops.figures.MergedSpan;
import io.storeops.figures.Metric;
import io.storeops.figures.Quality;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.publishing.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A release as tables of comma-separated values (RFC 4180): every subject with every slot, and what a correction changes.
 * UTF-8 with a byte order mark, without which spreadsheets in China read another charset. A missing value is an empty cell; so
 * is the conversion without visitors (R26). The totals of a day whose last slot is not shown are SO_FAR, not those of a DAY. What a spreadsheet could take for a formula has an apostrophe in front.
 *
 * @param store the store
 * @param titles the titles of items and rivals' items
 */
record ReleaseTables(Store store, Function<Subject, Optional<String>> titles) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    ReleaseTables {
        requireNonNull(store, "store");
        requireNonNull(titles, "titles");
    }

    /** The files of a release: the figures, and for a correction the changes. */
    List<OutgoingMessage.File> of(Release release) {
        List<OutgoingMessage.File> files = new ArrayList<>(List.of(file(figuresName(release), figures(release))));
        if (!release.changes().isEmpty()) {
            files.add(file(changesName(release), changes(release)));
        }
        return List.copyOf(files);
    }

    static String figuresName(Release release) {
        return name(release, ".csv");
    }

    static String changesName(Release release) {
        return name(release, "-changes.csv");
    }

    private static String name(Release release, String end) {
        return String.format(
                Locale.ROOT,
                "release-%s-%02d-v%d%s",
                release.slot().date(),
                release.slot().number(),
                release.version(),
                end);
    }

    private static OutgoingMessage.File file(String name, List<List<String>> rows) {
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
        for (List<String> row : rows) {
            text.append(String.join(",", row.stream().map(ReleaseTables::quoted).toList()))
                    .append("\r\n");
        }
        return new OutgoingMessage.File(
                name, Attachment.of("text/csv", text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private List<List<String>> figures(Release release) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                "date",
                "kind",
                "id",
                "title",
                "row",
                "first_slot",
                "last_slot",
                "amount_minor",
                "amount",
                "currency",
                "visitors",
                "buyers",
                "conversion_percent",
                "quality")));
        release.days().forEach(day -> add(day, release.slot().number(), rows));
        release.closedDays().forEach(day -> add(day, day.slots().size(), rows));
        return rows;
    }

    private void add(SubjectDay day, int upTo, List<List<String>> rows) {
        for (int slot = 1; slot <= upTo; slot++) {
            rows.add(
                    row(day, "SLOT", slot, slot, day.slot(slot), day.estimated().contains(slot)));
        }
        Map<Integer, Map<Integer, Figures.Builder>> merged = new TreeMap<>();
        for (MergedSpan span : day.merged()) {
            merged.computeIfAbsent(span.first(), first -> new TreeMap<>())
                    .computeIfAbsent(span.last(), last -> Figures.builder())
                    .set(span.metric(), span.value());
        }
        merged.forEach((first, spans) -> spans.forEach((last, figures) -> rows.add(row(
                day, "TOGETHER", first, last, figures.build(), day.estimated().contains(last)))));
        String all = upTo == day.slots().size() ? "DAY" : "SO_FAR";
        rows.add(row(day, all, 1, upTo, day.totals(), !day.estimated().isEmpty()));
    }

    private List<String> row(SubjectDay day, String kind, int first, int last, Figures figures, boolean estimated) {
        List<String> row = new ArrayList<>(subject(day.date(), day.subject()));
        row.addAll(List.of(kind, Integer.toString(first), Integer.toString(last)));
        row.add(number(figures, Metric.AMOUNT));
        row.add(
                figures.has(Metric.AMOUNT)
                        ? Money.ofMinor(figures.get(Metric.AMOUNT), store.currency())
                                .major()
                                .toPlainString()
                        : "");
        row.add(store.currency().getCurrencyCode());
        row.add(number(figures, Metric.VISITORS));
        row.add(number(figures, Metric.BUYERS));
        row.add(figures.conversion()
                .flatMap(ratio -> ratio.percent())
                .map(percent -> percent.toPlainString())
                .orElse(""));
        Quality quality = estimated ? Quality.ESTIMATED : Quality.ACTUAL;
        row.add(figures.none() ? "" : quality.name());
        return row;
    }

    private static String number(Figures figures, Metric metric) {
        return figures.has(metric) ? Long.toString(figures.get(metric)) : "";
    }

    private List<String> subject(LocalDate date, Subject subject) {
        return List.of(
                date.toString(),
                subject.kind().name(),
                Formulas.safe(subject.id()),
                Formulas.safe(titles.apply(subject).orElse("")));
    }

    private List<List<String>> changes(Release release) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                "date", "kind", "id", "title", "first_slot", "last_slot", "metric", "before", "now", "reason")));
        for (SlotChange change : release.changes()) {
            List<String> row = new ArrayList<>(subject(change.slot().date(), change.subject()));
            row.add(Integer.toString(change.slot().number()));
            row.add(Integer.toString(change.lastSlot()));
            row.add(change.metric().column());
            row.add(Long.toString(change.before()));
            row.add(change.now().map(value -> Long.toString(value)).orElse(""));
            row.add(change.reason().map(Enum::name).orElse(""));
            rows.add(row);
        }
        return rows;
    }
}
