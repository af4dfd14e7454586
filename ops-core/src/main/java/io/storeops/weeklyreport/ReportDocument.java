package io.storeops.weeklyreport;

import io.storeops.act.Context;
import io.storeops.catalog.Language;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.kpi.Ratio;
import io.storeops.report.ReportFigure;
import io.storeops.report.ReportScope;
import io.storeops.report.ReportSection;
import io.storeops.report.ReportWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A weekly report for people: the header says which week, in which zone, as of when, under which rules and at which head of the audit chain;
 * each section is a table of its figures. A draft on provisional data says so in its title (R79).
 */
final class ReportDocument {
    private final Language language;
    private final List<Block> blocks = new ArrayList<>();

    private ReportDocument(Language language) {
        this.language = language;
    }

    static Document of(Context context, ReportEntry entry) {
        Optional<ReportEntry.Submission> given = entry.submission();
        boolean provisional = given.isEmpty() && entry.slots().provisional();
        Instant asOf = given.map(ReportEntry.Submission::at)
                .orElseGet(() -> entry.drafted().at());
        ReportDocument document = new ReportDocument(context.store().language());
        document.header(context, entry, asOf);
        given.map(ReportEntry.Submission::sections).orElse(entry.draft()).forEach(document::section);
        return Document.of(document.title(context, entry, provisional), document.blocks);
    }

    private Line title(Context context, ReportEntry entry, boolean provisional) {
        Line title = Line.of(say(ReportWords.TITLE) + " " + entry.week() + " ")
                .andName(context.store().name())
                .and(" ")
                .andName(entry.person().value());
        return provisional ? title.and(" (" + say(ReportWords.PROVISIONAL) + " " + entry.slots() + ")") : title;
    }

    private void header(Context context, ReportEntry entry, Instant asOf) {
        ReportScope scope =
                ReportScope.of(entry.week(), entry.person(), context.store().zone(), asOf);
        List<Block.Field> fields = new ArrayList<>();
        fields.add(field(
                ReportWords.WEEK,
                Line.of(entry.week().monday() + " - " + entry.week().sunday())));
        fields.add(field(ReportWords.ZONE, Line.of(context.store().zone().getId())));
        fields.add(field(ReportWords.FROM_UTC, Line.of(scope.from().toString())));
        fields.add(field(ReportWords.TO_UTC, Line.of(scope.to().toString())));
        fields.add(field(ReportWords.AS_OF, Line.of(asOf.toString())));
        fields.add(field(ReportWords.DUE, Line.of(entry.dueAt().toString())));
        fields.add(field(ReportWords.VERSION, Line.of(Integer.toString(entry.version()))));
        fields.add(field(
                ReportWords.RULES,
                Line.ofName(entry.submission()
                        .map(ReportEntry.Submission::rules)
                        .orElseGet(() -> entry.drafted().rules()))));
        entry.submission()
                .flatMap(ReportEntry.Submission::chainHead)
                .ifPresent(head -> fields.add(field(ReportWords.CHAIN_HEAD, Line.of(head))));
        entry.submission()
                .flatMap(ReportEntry.Submission::comment)
                .ifPresent(comment -> fields.add(field(ReportWords.COMMENT, Line.ofName(comment))));
        blocks.add(new Block.Fields(fields));
    }

    private void section(ReportSection section) {
        blocks.add(new Block.Heading(Line.of(SectionWords.of(section.id(), language))));
        section.none()
                .ifPresent(reason -> blocks.add(
                        new Block.Text(Line.of(say(ReportWords.NONE) + ": ").andName(reason))));
        List<Block.Field> single = new ArrayList<>();
        Map<String, List<ReportFigure>> several = new LinkedHashMap<>();
        for (ReportFigure figure : section.figures()) {
            if (figure.of().isEmpty()) {
                single.add(new Block.Field(figure.label(), figure.value()));
            } else {
                several.computeIfAbsent(figure.key(), key -> new ArrayList<>()).add(figure);
            }
        }
        if (!single.isEmpty()) {
            blocks.add(new Block.Fields(single));
        }
        several.values().forEach(figures -> blocks.add(table(figures)));
    }

    private Block table(List<ReportFigure> figures) {
        if (figures.stream().allMatch(figure -> figure.value() instanceof Cell.Share)) {
            return new Block.Table(
                    List.of(
                            Block.Column.text(say(ReportWords.FIGURE)),
                            Block.Column.number("n"),
                            Block.Column.number("d"),
                            Block.Column.number("%")),
                    figures.stream()
                            .map(figure -> share(figure, ((Cell.Share) figure.value()).ratio()))
                            .toList());
        }
        return new Block.Table(
                List.of(Block.Column.text(say(ReportWords.FIGURE)), Block.Column.number(say(ReportWords.VALUE))),
                figures.stream()
                        .map(figure -> Block.Row.of(List.of(Cell.of(figure.label()), figure.value())))
                        .toList());
    }

    /** A key figure is shown as n, d and percent; with d = 0 it is none (domain section 5). */
    private static Block.Row share(ReportFigure figure, Ratio ratio) {
        return Block.Row.of(List.of(
                Cell.of(figure.label()),
                Cell.of(ratio.n()),
                Cell.of(ratio.d()),
                ratio.d() == 0 ? new Cell.Missing("N/A") : figure.value()));
    }

    private Block.Field field(ReportWord word, Line value) {
        return new Block.Field(Line.of(say(word)), Cell.of(value));
    }

    private String say(ReportWord word) {
        return word.in(language);
    }
}
