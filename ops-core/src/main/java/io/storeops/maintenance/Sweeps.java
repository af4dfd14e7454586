package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Outgoing;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.calendar.BusinessDay;
import io.storeops.evidence.Target;
import io.storeops.position.Cadence;
import io.storeops.position.Roster;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** SWEEP: what is still open of a date is told, or that nothing is (R42, D21). */
final class Sweeps {
    private static final List<AnomalyState> OPEN =
            AnomalyState.OPEN.stream().filter(AnomalyState::covers).toList();

    private Sweeps() {}

    static Optional<Swept> find(Context context, LocalDate date) {
        return context.rows()
                .find(Sweep.TABLE, Sweep.TABLE.keyOf(context.store().id(), date))
                .map(Versioned::value)
                .map(sweep -> new Swept(sweep, doneAt(context, sweep)));
    }

    private static Optional<Instant> doneAt(Context context, Sweep sweep) {
        return sweep.messageId().isPresent()
                ? sweep.messageId().flatMap(message -> AnomalyTimers.acceptedAt(context, message))
                : Optional.of(sweep.made().at());
    }

    /** By when a sweep is due; empty if the roster of the date has no duty that sweeps. */
    static Optional<Instant> due(Context context, LocalDate date) {
        if (!context.expects(date)) {
            return Optional.empty();
        }
        Roster roster = context.rosterOn(date);
        BusinessDay day = roster.slotPlan().day(date, context.store().zone());
        return roster.findDuty(Cadence.Kind.DAILY_SWEEP_AND_EVENT)
                .map(duty -> day.at(((Cadence.DailySweepAndEvent) duty.cadence()).due()));
    }

    /** The anomalies that a sweep names: those that are open for themselves, in the order in which they were first seen. */
    private static List<Case> open(Context context) {
        return Case.open(context).stream()
                .filter(each -> OPEN.contains(each.anomaly().state()))
                .toList();
    }

    /**
     * The act.
     *
     * @param date the date
     */
    record Make(LocalDate date) implements Act<Swept> {
        @Override
        public EntryPoint entry() {
            return MaintenanceEntries.SWEEP;
        }

        @Override
        public Target target() {
            return Target.of(Sweep.TABLE.name(), date.toString());
        }

        @Override
        public String arguments() {
            return date.toString();
        }

        @Override
        public Verdict decide(Context context) {
            Optional<Instant> due = due(context, date);
            if (due.isEmpty()) {
                return Verdict.refused(
                        "NO_SUCH_SWEEP",
                        "nothing expects a sweep of " + date + ": a roster's duty with the cadence "
                                + Cadence.Kind.DAILY_SWEEP_AND_EVENT + " does");
            }
            if (date.isAfter(context.today())) {
                return Verdict.refused(
                        "NOT_OPEN", "the date " + date + " has not begun; in the store it is " + context.today());
            }
            Optional<Swept> known = find(context, date);
            if (known.isPresent()) {
                Sweep sweep = known.get().sweep();
                return Verdict.refused(
                        "ALREADY_DONE",
                        "the sweep of " + date + " was made by " + sweep.made().by() + " at "
                                + sweep.made().at() + ", with the notice " + sweep.notice());
            }
            return made(context, due.get());
        }

        private Verdict.Done made(Context context, Instant due) {
            List<Case> open = open(context);
            List<String> unchecked = ChecklistLines.of(context, date).stream()
                    .filter(line -> line.answer().state() == LineState.COULD_NOT_CHECK)
                    .map(line -> line.line().id())
                    .toList();
            Optional<String> message = Categories.in(context).channel().map(channel -> SweepNotice.id(date));
            Sweep sweep = new Sweep(
                    context.store().id(),
                    date,
                    due,
                    InspectionDay.find(context, date)
                            .map(day -> day.stateAt(context.now()) == InspectionState.COMPLETED)
                            .orElse(true),
                    open.stream().map(each -> each.anomaly().id()).toList(),
                    unchecked,
                    message,
                    context.stamp());
            List<Outgoing> notice =
                    SweepNotice.of(context, sweep, open).stream().toList();
            return Verdict.done(Edit.insert(Sweep.TABLE, sweep)).sending(notice);
        }

        @Override
        public Swept recall(Context context, Written written) {
            Sweep sweep = written.get(Sweep.TABLE);
            return new Swept(sweep, doneAt(context, sweep));
        }
    }
}
