package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.calendar.BusinessDay;
import io.storeops.position.Cadence;
import io.storeops.position.Duty;
import io.storeops.position.Roster;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A date on which an inspection is expected, with what was made of it.
 *
 * @param date the date in the store's zone
 * @param opensAt from when on it can be begun: the beginning of the date
 * @param times by when it is to be begun and completed
 * @param row the inspection; empty if nobody began it
 */
record InspectionDay(LocalDate date, Instant opensAt, Inspection.Times times, Optional<Versioned<Inspection>> row) {
    /** The duty whose evidence is the checklist, once a day. */
    static Optional<Duty> duty(Roster roster) {
        return roster.duties().values().stream()
                .filter(duty -> duty.cadence() instanceof Cadence.Daily && duty.asksFor(InspectionProgress.CHECKLIST))
                .findFirst();
    }

    /** The day of a date; one that was begun is as the roster had it then. Empty if nothing is expected of it. */
    static Optional<InspectionDay> find(Context context, LocalDate date) {
        Optional<Versioned<Inspection>> row = context.rows()
                .find(Inspection.TABLE, Inspection.TABLE.keyOf(context.store().id(), date));
        if (!context.expects(date)) {
            return Optional.empty();
        }
        Roster roster = context.rosterOn(date);
        BusinessDay day = roster.slotPlan().day(date, context.store().zone());
        return row.map(known -> known.value().times())
                .or(() -> duty(roster).map(duty -> times(day, (Cadence.Daily) duty.cadence())))
                .map(times -> new InspectionDay(date, day.start(), times, row));
    }

    private static Inspection.Times times(BusinessDay day, Cadence.Daily daily) {
        return new Inspection.Times(day.at(daily.start()), day.at(daily.due()), day.end());
    }

    Optional<Inspection> inspection() {
        return row.map(Versioned::value);
    }

    InspectionState stateAt(Instant now) {
        if (inspection().flatMap(Inspection::completed).isPresent()) {
            return InspectionState.COMPLETED;
        }
        if (!now.isBefore(times.closesAt())) {
            return InspectionState.MISSED;
        }
        return row.isPresent() ? InspectionState.IN_PROGRESS : InspectionState.PLANNED;
    }
}
