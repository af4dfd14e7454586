package io.storeops.dailyplan;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.id.IdText;
import io.storeops.json.Json;
import io.storeops.lifecycle.Transition;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PROPOSE_PLAN_LINE: a line is added to a plan; the first one makes it (D46).
 *
 * @param plan the plan
 * @param date the date in the store's zone
 * @param line the line's id
 * @param text what is planned
 */
record ProposeLine(String plan, LocalDate date, String line, String text) implements Act<DailyPlan> {
    ProposeLine {
        Target.of(DailyPlan.TABLE.name(), plan);
        IdText.checked("line of a plan", line);
    }

    @Override
    public EntryPoint entry() {
        return PlanEntries.PLANS.entry(PlanEvent.PROPOSE);
    }

    @Override
    public Target target() {
        return Target.of(DailyPlan.TABLE.name(), plan);
    }

    @Override
    public String arguments() {
        return Json.array(Stream.of(plan, date.toString(), line, text)
                        .map(Json::of)
                        .toList())
                .canonical();
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<DailyPlan>> row = PlanEntries.PLANS.row(context, plan);
        Optional<PlanState> to = PlanState.MACHINE
                .find(row.map(known -> known.value().state()), PlanEvent.PROPOSE)
                .map(Transition::to);
        if (to.isEmpty()) {
            return new Verdict.Refused(PlanEntries.PLANS.wrongState(
                    context, plan, row.orElseThrow().value(), PlanEvent.PROPOSE));
        }
        Optional<Refusal> refusal = unfit(context, row.map(Versioned::value));
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        DailyPlan next = row.map(known -> known.value()
                        .noted(to.get(), people(context, known.value().proposers())))
                .orElseGet(() -> begun(context, to.get()));
        return Verdict.done(
                row.<Edit<?>>map(known -> Edit.replace(DailyPlan.TABLE, known, next))
                        .orElseGet(() -> Edit.insert(DailyPlan.TABLE, next)),
                Edit.insert(
                        PlanNote.TABLE,
                        new PlanNote(
                                context.store().id(),
                                plan,
                                next.notes(),
                                Optional.of(line),
                                Optional.of(text),
                                context.stamp())));
    }

    private DailyPlan begun(Context context, PlanState state) {
        return new DailyPlan(
                context.store().id(),
                plan,
                date,
                state,
                people(context, List.of()),
                1,
                context.stamp(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whoever proposes, and in whose name, does not decide (R89). */
    private static List<ActorId> people(Context context, List<ActorId> known) {
        return Stream.of(known.stream(), Stream.of(context.actor()), context.onBehalfOf().stream())
                .flatMap(people -> people)
                .distinct()
                .toList();
    }

    private Optional<Refusal> unfit(Context context, Optional<DailyPlan> known) {
        if (text.isBlank()) {
            return refused("TEXT_MISSING", "a line says what is planned; the text of " + line + " is blank");
        }
        if (date.isBefore(context.today())) {
            return refused("DATE_PASSED", "it is " + context.today() + " now; nothing is planned for " + date);
        }
        if (known.filter(other -> !other.date().equals(date)).isPresent()) {
            return refused(
                    "OTHER_DATE",
                    "plan " + plan + " is of " + known.get().date() + ", not of " + date
                            + "; propose it to another plan");
        }
        return PlanNote.lines(context, plan).stream()
                        .anyMatch(note -> note.line().equals(Optional.of(line)))
                ? refused("EXISTS", "plan " + plan + " has a line " + line + " already; call this one otherwise")
                : Optional.empty();
    }

    private static Optional<Refusal> refused(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }

    @Override
    public DailyPlan recall(Context context, Written written) {
        return written.get(DailyPlan.TABLE);
    }
}
