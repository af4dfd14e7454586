package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Exhibit;
import io.storeops.act.Move;
import io.storeops.act.Proof;
import io.storeops.act.Verdict;
import io.storeops.agenda.AgendaBuilder;
import io.storeops.agenda.OccurrenceId;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.position.Duty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Beginning and completing the inspection of a date (R35, R37, D3). */
final class InspectionActs {
    private static final EvidenceKind CHECKLIST = EvidenceKind.parse(InspectionProgress.CHECKLIST);

    private InspectionActs() {}

    /** START_INSPECTION. */
    static Act<Inspection> start(LocalDate date) {
        return Move.<InspectionDay, InspectionState, InspectionEvent, Inspection>of(
                        InspectionDays.DAYS, InspectionEvent.START, date.toString())
                .unless(InspectionActs::notOpen)
                .doing((context, day, to) -> {
                    List<Edit<?>> edits = new ArrayList<>();
                    edits.add(Edit.insert(
                            Inspection.TABLE,
                            new Inspection(
                                    context.store().id(), date, day.times(), context.stamp(), Optional.empty())));
                    ChecklistLines.listed(context, date)
                            .forEach(line -> edits.add(Edit.insert(ChecklistLine.TABLE, line)));
                    return Verdict.done().with(edits);
                })
                .giving((context, written) -> written.get(Inspection.TABLE));
    }

    private static Optional<Refusal> notOpen(Context context, InspectionDay day) {
        return context.now().isBefore(day.opensAt())
                ? Optional.of(new Refusal(
                        "NOT_OPEN",
                        "the inspection of " + day.date() + " can begin at " + day.opensAt() + ", now is "
                                + context.now()))
                : Optional.empty();
    }

    /**
     * COMPLETE_INSPECTION. The checklist becomes a file and evidence in the same commit.
     *
     * @param render makes the file of a checklist
     */
    static Act<Inspection> complete(LocalDate date, BiFunction<Context, Checklist, Attachment> render) {
        return Move.<InspectionDay, InspectionState, InspectionEvent, Inspection>of(
                        InspectionDays.DAYS, InspectionEvent.COMPLETE, date.toString())
                .unless((context, day) -> unanswered(context, date))
                .doing((context, day, to) -> completed(context, day, render))
                .giving((context, written) -> written.get(Inspection.TABLE));
    }

    private static Optional<Refusal> unanswered(Context context, LocalDate date) {
        List<String> open = ChecklistLines.of(context, date).stream()
                .filter(line -> line.answer().state() == LineState.PENDING)
                .map(line -> line.line().id())
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "UNANSWERED_ITEM",
                        "the checklist of " + date + " has no answer to " + open
                                + "; answer OK, ANOMALY, NOT_APPLICABLE or COULD_NOT_CHECK"));
    }

    private static Verdict.Done completed(
            Context context, InspectionDay day, BiFunction<Context, Checklist, Attachment> render) {
        Inspection done =
                day.inspection().orElseThrow().completed(new Inspection.Completed(context.now(), context.actor()));
        Checklist checklist = Checklist.of(context, day, Optional.of(done), ChecklistLines.of(context, day.date()));
        List<Edit<?>> edits = new ArrayList<>(ChecklistLines.reliedOn(context, day.date()));
        edits.add(Edit.replace(Inspection.TABLE, day.row().orElseThrow(), done));
        Verdict.Done verdict = Verdict.done().with(edits);
        return InspectionDay.duty(context.rosterOn(day.date()))
                .map(duty -> proven(verdict, day.date(), duty, render.apply(context, checklist)))
                .orElse(verdict);
    }

    /** The checklist is evidence that the act itself makes; what else the duty asks for is attached before. */
    private static Verdict.Done proven(Verdict.Done verdict, LocalDate date, Duty duty, Attachment checklist) {
        Target target = AgendaBuilder.target(OccurrenceId.ofDate(duty.id(), date));
        List<EvidenceNeed> others =
                duty.evidence().stream().filter(need -> !need.metBy(CHECKLIST)).toList();
        return verdict.exhibiting(new Exhibit(target, CHECKLIST, checklist)).proving(new Proof(target, others));
    }
}
