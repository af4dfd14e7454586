package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CONFIRM_ITEMS: the lines that are proposed OK are answered so, at once (R38).
 *
 * @param date the inspection's date
 */
record ConfirmItems(LocalDate date) implements Act<List<ChecklistLine>> {
    @Override
    public EntryPoint entry() {
        return MaintenanceEntries.CONFIRM_ITEMS;
    }

    @Override
    public Target target() {
        return Target.of(Inspection.TABLE.name(), date.toString());
    }

    @Override
    public String arguments() {
        return date.toString();
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Refusal> missing = InspectionDay.find(context, date).isPresent()
                ? ChecklistLines.notOpen(context, date)
                : Optional.of(InspectionDays.DAYS.unknown(context, date.toString()));
        if (missing.isPresent()) {
            return new Verdict.Refused(missing.get());
        }
        List<ChecklistLine> confirmed = ChecklistLines.of(context, date).stream()
                .filter(line -> line.answer().state() == LineState.PENDING)
                .filter(line -> Proposing.of(context, line)
                        .filter(proposal -> proposal.state() == LineState.OK)
                        .isPresent())
                .toList();
        List<Edit<?>> edits = new ArrayList<>(List.of(ChecklistLines.running(context, date)));
        confirmed.forEach(line -> edits.add(ChecklistLines.answering(context, line, LineAnswer.ok())));
        return Verdict.done().with(edits);
    }

    @Override
    public List<ChecklistLine> recall(Context context, Written written) {
        return written.all(ChecklistLine.TABLE);
    }
}
