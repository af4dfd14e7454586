package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Money;
import io.storeops.catalog.Store;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.evidence.Anchor;
import io.storeops.figures.Figures;
import io.storeops.figures.MergedSpan;
import io.storeops.figures.Metric;
import io.storeops.figures.MissingValue;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.figures.SubjectKind;
import io.storeops.publishing.OutgoingMessage;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A release as a document: what was missing, what a correction changes, the store's slots closed so far with the last one
 * emphasised and the totals, then the items and the rivals' items with the highest paid amounts, a line each (R23). A
 * missing value says so and is never 0; conversion without visitors is {@code -} (R26).
 *
 * @param store the store, in whose language it is
 * @param titles the titles of items and rivals' items
 * @param files what goes with the release; with files, what is left out stands there
 * @param anchor the head of the audit chain, if the release ends with it
 */
record ReleaseDocument(
        Store store,
        Function<Subject, Optional<String>> titles,
        List<OutgoingMessage.File> files,
        Optional<Anchor> anchor) {
    private static final DateTimeFormatter BOUNDARY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int LONGEST_TITLE = 16;
    private static final List<Word> FIGURES = List.of(Word.AMOUNT, Word.VISITORS, Word.BUYERS, Word.CONVERSION);

    private static final Comparator<SubjectDay> BY_AMOUNT = Comparator.<SubjectDay>comparingLong(
                    day -> day.totals().find(Metric.AMOUNT).orElse(Long.MIN_VALUE))
            .reversed()
            .thenComparing(SubjectDay::subject);

    ReleaseDocument {
        requireNonNull(store, "store");
        requireNonNull(titles, "titles");
        files = List.copyOf(files);
        requireNonNull(anchor, "anchor");
    }

    /** The document with so many items, and so many rivals' items, at most. */
    Document of(Release release, int most) {
        List<Block> blocks = new ArrayList<>();
        missing(release, most, blocks);
        changes(release, most, blocks);
        days(Line.EMPTY, release.days(), release.slot().number(), most, blocks);
        if (!release.closedDays().isEmpty()) {
            SubjectDay first = release.closedDays().get(0);
            Line closed = Line.of(say(Word.CLOSED_DAY) + " " + first.date() + " ");
            days(closed, release.closedDays(), first.slots().size(), most, blocks);
        }
        if (!files.isEmpty()) {
            List<String> names = files.stream().map(OutgoingMessage.File::name).toList();
            blocks.add(new Block.Text(Line.of(say(Word.ATTACHED) + ": " + String.join(", ", names))));
        }
        // Number and hash stay as they are, to be compared and given to the check of the chain.
        anchor.ifPresent(head -> blocks.add(new Block.Text(Line.of(say(Word.AUDIT_CHAIN) + " ")
                .andName(head.store().value())
                .and("#" + head.number() + ":" + head.hash()))));
        Document document = Document.of(title(release), blocks);
        return release.version() == 1
                ? document
                : document.replacing(ReleaseEntry.messageId(release.slot(), release.version() - 1));
    }

    private Line title(Release release) {
        return Line.of("[")
                .andName(store.name())
                .and("] " + release.boundary().format(BOUNDARY) + " " + say(Word.TITLE) + " "
                        + String.format(Locale.ROOT, "P%02d", release.slot().number())
                        + (release.version() > 1 ? " v" + release.version() + " " + say(Word.CORRECTION) : "")
                        + (release.complete() ? "" : " " + say(Word.INCOMPLETE)));
    }

    /** So many values, the subject named once for all of its own. */
    private void missing(Release release, int most, List<Block> blocks) {
        if (release.complete()) {
            return;
        }
        Line line = Line.of(say(Word.MISSING) + ": ");
        Optional<Subject> before = Optional.empty();
        for (MissingValue missing : first(release.missing(), most)) {
            Optional<Subject> subject = Optional.of(missing.subject());
            if (!subject.equals(before)) {
                line = line.and(before.isPresent() ? "; " : "").and(named(missing.subject()));
            }
            line = line.and((subject.equals(before) ? ", " : " ") + say(Word.of(missing.metric())));
            before = subject;
        }
        int left = release.missing().size() - Math.min(most, release.missing().size());
        String end = left == 0 ? "" : (before.isPresent() ? "; " : "") + Word.MORE.in(store.language(), left);
        blocks.add(new Block.Text(line.and(end)));
    }

    /** All of them (R28), unless a file has them all. */
    private void changes(Release release, int most, List<Block> blocks) {
        if (release.changes().isEmpty()) {
            return;
        }
        String file = ReleaseTables.changesName(release);
        boolean enclosed = files.stream().anyMatch(each -> each.name().equals(file));
        int shown = enclosed ? most : release.changes().size();
        blocks.add(new Block.Fields(first(release.changes(), shown).stream()
                .map(change -> new Block.Field(
                        named(change.subject())
                                .and(" " + change.slot().date() + " " + say(Word.SLOT) + " " + change.slotNumbers()
                                        + " " + say(Word.of(change.metric()))),
                        Cell.of(value(change.metric(), Optional.of(change.before()))
                                .shown()
                                .and(" → ")
                                .and(value(change.metric(), change.now()).shown())
                                .and(change.reason()
                                        .map(reason -> " (" + say(Word.of(reason)) + ")")
                                        .orElse("")))))
                .toList()));
        leftOut(release.changes().size() - shown, blocks);
    }

    private void days(Line heading, List<SubjectDay> days, int upTo, int most, List<Block> blocks) {
        for (SubjectKind kind : SubjectKind.values()) {
            List<SubjectDay> ofKind =
                    days.stream().filter(day -> day.subject().kind() == kind).toList();
            if (kind == SubjectKind.STORE) {
                ofKind.forEach(day -> {
                    blocks.add(new Block.Heading(heading.and(named(day.subject()))));
                    blocks.add(slots(day, upTo));
                });
            } else if (!ofKind.isEmpty()) {
                blocks.add(new Block.Heading(heading.and(say(Word.of(kind)))));
                if (most > 0) {
                    blocks.add(
                            ranked(kind, first(ofKind.stream().sorted(BY_AMOUNT).toList(), most), upTo));
                }
                leftOut(ofKind.size() - most, blocks);
            }
        }
    }

    private void leftOut(int left, List<Block> blocks) {
        if (left > 0) {
            blocks.add(new Block.Text(Line.of(Word.LEFT_OUT.in(store.language(), left))));
        }
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    /** The day of the store: its slots, what adjoining slots have together, the totals. */
    private Block.Table slots(SubjectDay day, int upTo) {
        List<Block.Row> rows = new ArrayList<>();
        for (int slot = 1; slot <= upTo; slot++) {
            String label = Integer.toString(slot) + estimated(day.estimated().contains(slot));
            rows.add(new Block.Row(row(label, day.slot(slot)), slot == upTo));
        }
        merged(day).forEach((span, figures) -> rows.add(Block.Row.of(row(span, figures.build()))));
        rows.add(Block.Row.of(row(say(Word.TOTAL) + estimated(!day.estimated().isEmpty()), day.totals())));
        List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.text(say(Word.SLOT))));
        FIGURES.forEach(word -> columns.add(Block.Column.number(say(word))));
        return new Block.Table(columns, rows);
    }

    /** What is said beside figures that are not all ACTUAL. */
    private String estimated(boolean any) {
        return any ? " " + say(Word.ESTIMATED) : "";
    }

    private List<Cell> row(String label, Figures figures) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(label)));
        cells.addAll(cells(figures));
        return cells;
    }

    /** One line for all metrics that are merged over the same slots (R30). */
    private Map<String, Figures.Builder> merged(SubjectDay day) {
        Map<String, Figures.Builder> lines = new LinkedHashMap<>();
        for (MergedSpan span : day.merged()) {
            String label = span.first() + "–" + span.last() + " " + say(Word.MERGED)
                    + estimated(day.estimated().contains(span.last()));
            lines.computeIfAbsent(label, slots -> Figures.builder()).set(span.metric(), span.value());
        }
        return lines;
    }

    /** A line a subject: the day so far, by which they are ranked, then the slot that closed last; the first slot is the day. */
    private Block.Table ranked(SubjectKind kind, List<SubjectDay> days, int slot) {
        List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.text(say(Word.of(kind)))));
        FIGURES.forEach(word -> columns.add(Block.Column.number(say(Word.TOTAL) + " · " + say(word))));
        if (slot > 1) {
            FIGURES.forEach(word -> columns.add(Block.Column.number(say(Word.SLOT) + " " + slot + " · " + say(word))));
        }
        List<Block.Row> rows = new ArrayList<>();
        for (SubjectDay day : days) {
            boolean guessed = kind != SubjectKind.COMPETITOR && !day.estimated().isEmpty();
            List<Cell> cells =
                    new ArrayList<>(List.of(Cell.of(label(day.subject()).and(estimated(guessed)))));
            cells.addAll(cells(day.totals()));
            if (slot > 1) {
                cells.addAll(cells(day.slot(slot)));
            }
            rows.add(Block.Row.of(cells));
        }
        return new Block.Table(columns, rows);
    }

    private List<Cell> cells(Figures figures) {
        return List.of(
                value(Metric.AMOUNT, figures.find(Metric.AMOUNT)),
                value(Metric.VISITORS, figures.find(Metric.VISITORS)),
                value(Metric.BUYERS, figures.find(Metric.BUYERS)),
                figures.conversion().<Cell>map(Cell.Share::new).orElseGet(this::missing));
    }

    private Cell value(Metric metric, OptionalLong value) {
        return value(metric, value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty());
    }

    private Cell value(Metric metric, Optional<Long> value) {
        boolean money = metric == Metric.AMOUNT || metric == Metric.REFUNDED;
        return value.<Cell>map(number ->
                        money ? new Cell.Amount(Money.ofMinor(number, store.currency())) : new Cell.Whole(number))
                .orElseGet(this::missing);
    }

    private Cell missing() {
        return new Cell.Missing(say(Word.MISSING));
    }

    private Line named(Subject subject) {
        return Line.of(say(Word.of(subject.kind())) + " ").and(label(subject));
    }

    /** The id, and as much of the title as a line of a table bears. */
    private Line label(Subject subject) {
        Line id = Line.ofName(subject.id());
        return titles.apply(subject)
                .map(title -> id.and(" ").andName(shortened(title)))
                .orElse(id);
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    private String say(Word word) {
        return word.in(store.language());
    }
}
