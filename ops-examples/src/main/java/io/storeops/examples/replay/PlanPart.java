package io.storeops.examples.replay;

import io.storeops.dailyplan.DailyPlan;
import io.storeops.dailyplan.DailyPlans;
import io.storeops.dailyplan.PlanNote;
import io.storeops.json.Json;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Daily plans: their lines, and what is decided on them.
 *
 * @param stage where the scenario is acted out
 */
record PlanPart(Stage stage) implements ReplayPart {
    private static final String PLAN = "plan";

    /** For how long after a scenario's dates a plan may be made. */
    private static final int DAYS_AHEAD = 31;

    /** An act of a person on a plan. */
    private interface Acting {
        DailyPlan on(DailyPlans plans, Command command, String id);
    }

    /** A line with the plan that it is of. */
    private record Line(DailyPlan plan, PlanNote note) {}

    @Override
    public Map<String, BuiltCommand> commands() {
        Map<String, BuiltCommand> commands = new HashMap<>();
        commands.put(
                "PROPOSE_PLAN_LINE",
                acting((plans, command, id) -> plans.propose(
                        stage.store(),
                        id,
                        command.date("date"),
                        command.args().text("line"),
                        command.args().text("text"))));
        commands.put(
                "COMMENT_PLAN",
                acting((plans, command, id) ->
                        plans.comment(stage.store(), id, command.args().text("text"))));
        commands.put("SUBMIT_PLAN", acting((plans, command, id) -> plans.submit(stage.store(), id)));
        commands.put(
                "RETURN_PLAN",
                acting((plans, command, id) ->
                        plans.giveBack(stage.store(), id, command.args().text("remarks"))));
        commands.put("APPROVE", acting((plans, command, id) -> plans.approve(stage.store(), id)));
        return commands;
    }

    /** APPROVE is of other things as well. */
    private BuiltCommand acting(Acting act) {
        return new BuiltCommand(
                PlanPart::id,
                command -> command.args().names().contains(PLAN) ? Optional.of(acted(command, act)) : Optional.empty());
    }

    private static String id(Command command) {
        return command.args().findMember(PLAN).map(place -> place.text()).orElse("");
    }

    private Map<String, Json> acted(Command command, Acting act) {
        String id = id(command);
        return BuiltCommand.shown(
                () -> Map.of(
                        "state",
                        act.on(stage.deskOf(command).dailyPlans(), command, id).state()),
                () -> Map.of(
                        "state",
                        stage.source().dailyPlans().find(stage.store(), id).map(DailyPlan::state)));
    }

    private Stream<DailyPlan> plans() {
        return stage.scenario()
                .from()
                .datesUntil(stage.scenario().to().plusDays(DAYS_AHEAD))
                .flatMap(date -> stage.source().dailyPlans().on(stage.store(), date).stream())
                .sorted(Comparator.comparing((DailyPlan plan) -> plan.begun().at())
                        .thenComparing(DailyPlan::id));
    }

    @Override
    public List<ResultTable> tables() {
        List<Line> lines = plans().flatMap(plan -> stage.source().dailyPlans().notes(stage.store(), plan.id()).stream()
                        .filter(note -> note.line().isPresent())
                        .map(note -> new Line(plan, note)))
                .toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(new TableLayout<Line>("plans.csv", stage.notation())
                        .key(PLAN, line -> line.plan().id())
                        .column("date", line -> line.plan().date())
                        .column("state", line -> line.plan().state())
                        .key("line", line -> line.note().line())
                        .column("text", line -> line.note().text())
                        .column("proposed_by", line -> line.note().made().by())
                        .column("submitted_at", line -> line.plan().submittedAt())
                        .column("returned_at", line -> line.plan().returned().map(DailyPlan.Returned::at))
                        .column("approved_by", line -> line.plan().approved().map(DailyPlan.Approved::by))
                        .column("approved_at", line -> line.plan().approved().map(DailyPlan.Approved::at))
                        .table(lines));
    }
}
