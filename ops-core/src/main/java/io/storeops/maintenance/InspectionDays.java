package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Machined;
import io.storeops.failure.Refusal;
import io.storeops.lifecycle.StateMachine;
import java.time.LocalDate;
import java.util.Optional;

/** The daily inspections of a store, named by their dates. */
enum InspectionDays implements Machined<InspectionDay, InspectionState, InspectionEvent> {
    /** All of them. */
    DAYS;

    @Override
    public StateMachine<InspectionState, InspectionEvent> machine() {
        return InspectionState.MACHINE;
    }

    @Override
    public EntryPoint entry(InspectionEvent event) {
        return event == InspectionEvent.START
                ? MaintenanceEntries.START_INSPECTION
                : MaintenanceEntries.COMPLETE_INSPECTION;
    }

    @Override
    public Optional<InspectionDay> find(Context context, String id) {
        return InspectionDay.find(context, LocalDate.parse(id));
    }

    @Override
    public InspectionState stateOf(Context context, InspectionDay day) {
        return day.stateAt(context.now());
    }

    @Override
    public Refusal unknown(Context context, String id) {
        return new Refusal(
                "NO_SUCH_INSPECTION",
                "nothing expects an inspection of " + id + ": a roster's daily duty with the evidence "
                        + InspectionProgress.CHECKLIST + " does");
    }

    @Override
    public Refusal wrongState(Context context, String id, InspectionDay day, InspectionEvent event) {
        return stateOf(context, day) == InspectionState.MISSED
                ? missed(day)
                : Machined.super.wrongState(context, id, day, event);
    }

    /** What is missed stays missed (D3). */
    static Refusal missed(InspectionDay day) {
        return new Refusal(
                "MISSED",
                "the inspection of " + day.date() + " was not completed by "
                        + day.times().closesAt() + ", the end of its date, which is final; inspect today");
    }
}
