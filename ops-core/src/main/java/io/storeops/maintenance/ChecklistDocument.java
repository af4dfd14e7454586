package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.catalog.Language;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.id.ActorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The classified checklist (基础信息分类检查表) as people read it, and as it is kept as evidence: the inspection, its lines by category, and
 * what was found.
 *
 * @param context the store, its rows and its language
 * @param checklist the checklist
 */
record ChecklistDocument(Context context, Checklist checklist) {
    static Document of(Context context, Checklist checklist) {
        return new ChecklistDocument(context, checklist).document();
    }

    private Document document() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Fields(fields()));
        blocks.add(lines());
        List<Case> anomalies = anomalies();
        if (!anomalies.isEmpty()) {
            blocks.add(new Block.Heading(Line.of(say(ChecklistWords.ANOMALIES))));
            blocks.add(AnomalyList.of(context, anomalies, true));
        }
        return Document.of(
                Line.ofName(context.store().name()).and(" " + say(ChecklistWords.CHECKLIST) + " " + checklist.date()),
                blocks);
    }

    private List<Block.Field> fields() {
        List<Block.Field> fields = new ArrayList<>();
        fields.add(field(
                ChecklistWords.STATE,
                Line.of(ChecklistWords.of("STATE", checklist.state(), language())
                        + checklist
                                .timeliness()
                                .map(timeliness -> say(ChecklistWords.BY)
                                        + ChecklistWords.of("TIMELINESS", timeliness, language()))
                                .orElse(""))));
        checklist
                .inspection()
                .ifPresent(inspection -> fields.add(field(
                        ChecklistWords.STARTED,
                        done(inspection.started().at(), inspection.started().by())
                                .and(inspection.lateStart() ? say(ChecklistWords.LATE_START) : ""))));
        fields.add(field(
                ChecklistWords.DUE, Line.of(phrasing().local(checklist.times().dueAt()))));
        checklist
                .inspection()
                .flatMap(Inspection::completed)
                .ifPresent(end -> fields.add(field(ChecklistWords.COMPLETED, done(end.at(), end.by()))));
        return fields;
    }

    private Block.Table lines() {
        List<Block.Column> columns = List.of(
                column(ChecklistWords.CATEGORY),
                column(ChecklistWords.LINE),
                column(ChecklistWords.ANSWER),
                column(ChecklistWords.DETAIL),
                column(ChecklistWords.PROPOSED),
                column(ChecklistWords.AS_OF),
                column(ChecklistWords.ANSWERED));
        return new Block.Table(columns, classified().stream().map(this::row).toList());
    }

    /** The lines of one category stand together, in the order in which the roster names the categories (R36). */
    private List<Checklist.Item> classified() {
        Map<String, Integer> order = new LinkedHashMap<>();
        checklist.items().forEach(item -> order.putIfAbsent(item.line().line().category(), order.size()));
        return checklist.items().stream()
                .sorted(Comparator.comparingInt(
                        item -> order.getOrDefault(item.line().line().category(), 0)))
                .toList();
    }

    private Block.Row row(Checklist.Item item) {
        ChecklistLine line = item.line();
        LineState state = line.answer().state();
        return new Block.Row(
                List.of(
                        Cell.of(ChecklistWords.ofCategory(line.line().category(), language())),
                        Cell.of(Line.ofName(line.line().id())
                                .and(line.line()
                                        .filter()
                                        .map(filter -> Line.of(" ").and(Line.ofName(filter)))
                                        .orElse(Line.EMPTY))),
                        Cell.of(ChecklistWords.of("ANSWER", state, language())),
                        Cell.of(detail(line.answer())),
                        Cell.of(item.proposal().map(this::proposed).orElse(Line.EMPTY)),
                        Cell.of(line.answer()
                                .asOf()
                                .or(() -> item.proposal().flatMap(ProposedAnswer::asOf))
                                .map(phrasing()::local)
                                .orElse("")),
                        Cell.of(line.answered()
                                .map(answered -> done(answered.at(), answered.by()))
                                .orElse(Line.EMPTY))),
                state != LineState.OK && state != LineState.NOT_APPLICABLE);
    }

    private static Line detail(LineAnswer answer) {
        return answer.anomalies().isEmpty()
                ? answer.reason().map(Line::ofName).orElse(Line.EMPTY)
                : Line.ofName(String.join(", ", answer.anomalies()));
    }

    private Line proposed(ProposedAnswer proposal) {
        Line state = Line.of(ChecklistWords.of("ANSWER", proposal.state(), language()));
        return proposal.state() == LineState.ANOMALY
                ? state
                : proposal.reasons().stream()
                        .map(reason -> Line.of(" ").and(Line.ofName(reason.measured())))
                        .reduce(state, Line::and);
    }

    /** What the answers name, or the rules would where nobody has answered, each once, in the order of the lines. */
    private List<Case> anomalies() {
        return checklist.items().stream()
                .map(item -> item.line().answer().state() == LineState.PENDING
                        ? item.proposal().map(ProposedAnswer::answer).orElse(LineAnswer.NONE)
                        : item.line().answer())
                .flatMap(answer -> answer.anomalies().stream())
                .distinct()
                .flatMap(id -> MaintenanceEntries.ANOMALIES.find(context, id).stream())
                .map(anomaly -> Case.of(context, anomaly))
                .collect(Collectors.toList());
    }

    private Line done(Instant at, ActorId by) {
        return Line.of(phrasing().local(at) + say(ChecklistWords.BY)).and(Line.ofName(by.value()));
    }

    private Block.Field field(ChecklistWords label, Line value) {
        return new Block.Field(Line.of(say(label)), Cell.of(value));
    }

    private Block.Column column(ChecklistWords name) {
        return Block.Column.text(say(name));
    }

    private Phrasing phrasing() {
        return new Phrasing(context);
    }

    private Language language() {
        return context.store().language();
    }

    private String say(ChecklistWords word) {
        return word.in(language());
    }
}
