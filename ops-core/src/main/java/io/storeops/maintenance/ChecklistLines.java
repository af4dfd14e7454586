package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Machined;
import io.storeops.act.Move;
import io.storeops.act.Verdict;
import io.storeops.failure.Refusal;
import io.storeops.lifecycle.StateMachine;
import io.storeops.position.MaintenanceRules;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The lines of checklists, and the act of answering one (D1, D2). */
enum ChecklistLines implements Machined<ChecklistLine, LineState, LineEvent> {
    /** All of them. */
    LINES;

    @Override
    public StateMachine<LineState, LineEvent> machine() {
        return LineState.MACHINE;
    }

    @Override
    public EntryPoint entry(LineEvent event) {
        return MaintenanceEntries.LINES.entry(event);
    }

    @Override
    public Optional<ChecklistLine> find(Context context, String id) {
        return MaintenanceEntries.LINES.find(context, id);
    }

    @Override
    public LineState stateOf(Context context, ChecklistLine line) {
        return line.answer().state();
    }

    @Override
    public Refusal unknown(Context context, String id) {
        int slash = id.indexOf('/');
        LocalDate date = LocalDate.parse(id.substring(0, slash));
        String line = id.substring(slash + 1);
        List<ChecklistLine> lines = of(context, date);
        if (lines.isEmpty()) {
            return InspectionDay.find(context, date)
                    .map(day -> InspectionDays.DAYS.wrongState(context, date.toString(), day, InspectionEvent.COMPLETE))
                    .orElseGet(() -> InspectionDays.DAYS.unknown(context, date.toString()));
        }
        return new Refusal(
                "NO_SUCH_LINE",
                "the checklist of " + date + " has no line " + line + "; it has "
                        + lines.stream().map(each -> each.line().id()).toList());
    }

    /** The lines of an inspection, in the order of the checklist; none if nobody began it. */
    static List<ChecklistLine> of(Context context, LocalDate date) {
        return context.rows()
                .all(Query.of(ChecklistLine.TABLE, context.store().id(), ChecklistLine.BY_DATE)
                        .where(date));
    }

    /** The lines as the roster has them, for an inspection that begins. */
    static List<ChecklistLine> listed(Context context, LocalDate date) {
        List<MaintenanceRules.Line> lines = context.rosterOn(date).maintenance().checklist();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> ChecklistLine.pending(context.store().id(), date, i + 1, lines.get(i)))
                .toList();
    }

    /** ANSWER_ITEM. */
    static Act<ChecklistLine> answer(LocalDate date, String line, LineAnswer answer) {
        return Move.<ChecklistLine, LineState, LineEvent, ChecklistLine>of(
                        LINES, answer.event(), ChecklistLine.id(date, line), answer)
                .unless((context, known) -> notOpen(context, date))
                .unless((context, known) -> incomplete(context, line, answer))
                .doing((context, known, to) -> Verdict.done(answering(context, known, answer), running(context, date)))
                .giving((context, written) -> written.get(ChecklistLine.TABLE));
    }

    static Edit<ChecklistLine> answering(Context context, ChecklistLine known, LineAnswer answer) {
        return Edit.replace(
                ChecklistLine.TABLE,
                MaintenanceEntries.LINES
                        .row(
                                context,
                                ChecklistLine.id(known.date(), known.line().id()))
                        .orElseThrow(),
                known.answered(
                        answer,
                        Proposing.of(context, known),
                        new ChecklistLine.Answered(context.now(), context.actor())));
    }

    /** An answer counts only if nobody completes the inspection meanwhile. */
    static Edit<Inspection> running(Context context, LocalDate date) {
        Versioned<Inspection> row =
                InspectionDay.find(context, date).flatMap(InspectionDay::row).orElseThrow();
        return new Edit.Unchanged<>(
                Inspection.TABLE, Inspection.TABLE.keyOf(context.store().id(), date), row.revision());
    }

    /** An inspection is completed only with the answers that were read. */
    static List<Edit<?>> reliedOn(Context context, LocalDate date) {
        return of(context, date).stream()
                .<Edit<?>>map(line -> {
                    String id = ChecklistLine.id(date, line.line().id());
                    return new Edit.Unchanged<>(
                            ChecklistLine.TABLE,
                            ChecklistLine.TABLE.keyOf(context.store().id(), id),
                            MaintenanceEntries.LINES
                                    .row(context, id)
                                    .orElseThrow()
                                    .revision());
                })
                .toList();
    }

    /** Answers belong to an inspection that runs. */
    static Optional<Refusal> notOpen(Context context, LocalDate date) {
        InspectionDay day = InspectionDay.find(context, date).orElseThrow();
        return day.stateAt(context.now()) == InspectionState.IN_PROGRESS
                ? Optional.empty()
                : Optional.of(InspectionDays.DAYS.wrongState(context, date.toString(), day, InspectionEvent.COMPLETE));
    }

    private static Optional<Refusal> incomplete(Context context, String line, LineAnswer answer) {
        return switch (answer.state()) {
            case ANOMALY -> anomalies(context, line, answer);
            case NOT_APPLICABLE, COULD_NOT_CHECK ->
                answer.reason().filter(reason -> !reason.isBlank()).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Refusal(
                                "REASON_MISSING",
                                answer.state() + " needs a reason, which tells whoever reads the checklist why"));
            case OK, PENDING -> Optional.empty();
        };
    }

    private static Optional<Refusal> anomalies(Context context, String line, LineAnswer answer) {
        if (answer.anomalies().isEmpty()) {
            return Optional.of(new Refusal(
                    "ANOMALY_MISSING",
                    "the line " + line + " is answered ANOMALY and names none; report what is wrong, and name it"));
        }
        return answer.anomalies().stream()
                .filter(id -> MaintenanceEntries.ANOMALIES.find(context, id).isEmpty())
                .findFirst()
                .map(id -> MaintenanceEntries.ANOMALIES.unknown(context, id));
    }
}
