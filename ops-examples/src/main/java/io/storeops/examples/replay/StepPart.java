package io.storeops.examples.replay;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer;
import io.storeops.step.StepAnswer.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Steps of activities and tasks: what is recorded of them, what of them is overdue, their table and the measures that are counted from
 * them. They are answered in the parts of their duties.
 *
 * @param stage where the scenario is acted out
 */
record StepPart(Stage stage) implements ReplayPart {
    /** What stands before a step in what is overdue. */
    private static final String STEP = Step.TABLE.name() + "/";

    /** For how long before and after its dates a scenario may have steps that are due. */
    private static final int DAYS = 366;

    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of("RECORD_ERROR", new BuiltCommand(StepPart::target, this::recordError));
    }

    /** As {@code refusals.csv} names a step. */
    static String target(Command command) {
        return command.args().text("run") + ":" + command.args().text("step");
    }

    static Optional<Step> find(Stage stage, Command command) {
        return stage.source()
                .steps()
                .find(stage.store(), command.args().text("run"), command.args().text("step"));
    }

    /** What is wrong is said in words, or by the anomaly that it led to. */
    private Optional<Map<String, Json>> recordError(Command command) {
        if (find(stage, command).isEmpty()) {
            return Optional.empty();
        }
        JsonReader args = command.args();
        String what = args.findMember("what")
                .or(() -> args.findMember("anomaly"))
                .map(JsonReader::text)
                .orElse("");
        return Optional.of(BuiltCommand.shown(
                () -> shown(stage.deskOf(command)
                        .steps()
                        .recordError(stage.store(), args.text("run"), args.text("step"), what)),
                () -> shown(find(stage, command).orElseThrow())));
    }

    static Map<String, Object> shown(Step step) {
        return Map.of("state", step.state(), "errors", step.errors());
    }

    /** What a command says of a step of a listing or an optimisation. */
    static StepAnswer answer(Command command) {
        JsonReader args = command.args();
        JsonReader said = args.member("answer");
        StepAnswer answer = switch (said.text()) {
            case "OK" -> StepAnswer.ok();
            case "FAIL" -> StepAnswer.fail();
            case "FIXED" -> StepAnswer.fixed();
            default -> throw said.refusal("is none of OK, FAIL, FIXED");
        };
        Optional<JsonReader> value = args.findMember("value");
        if (value.isPresent()) {
            answer = answer.showing(ListedValues.text(args.text("step"), value.get()));
        }
        Change change = new Change(changed(args, "old_value"), changed(args, "new_value"));
        return change.before().isPresent() || change.after().isPresent() ? answer.changing(change) : answer;
    }

    private static Optional<String> changed(JsonReader args, String member) {
        return args.findMember(member).map(place -> ListedValues.text(args.text("step"), place));
    }

    @Override
    public List<OverdueCode> overdueCodes() {
        return Stream.of("3.1", "3.2", "3.3")
                .map(duty -> new OverdueCode(
                        duty,
                        "STEP_OVERDUE",
                        each -> each.id().about().substring(STEP.length()),
                        each -> each.id().about().startsWith(STEP)))
                .toList();
    }

    private List<Step> steps() {
        return stage
                .source()
                .steps()
                .due(
                        stage.store(),
                        stage.scenario().from().minusDays(DAYS),
                        stage.scenario().to().plusDays(DAYS))
                .stream()
                .sorted(Comparator.comparing((Step step) -> step.planned().at())
                        .thenComparing(step -> step.of().toString())
                        .thenComparing(Step::place))
                .toList();
    }

    @Override
    public List<ResultTable> tables() {
        List<Step> steps = steps();
        return steps.isEmpty()
                ? List.of()
                : List.of(new TableLayout<Step>("steps.csv", stage.notation())
                        .column("group", Step::group)
                        .column("of", step -> step.of().id())
                        .key("run", Step::run)
                        .key("step", Step::name)
                        .column("due_at", Step::due)
                        .column("done_at", step -> step.course().doneAt())
                        .column("timeliness", StepPart::timeliness)
                        .column("errors", Step::errors)
                        .column("state", Step::state)
                        .column("counted", Step::counted)
                        .table(steps)
                        .inBlocksOf("run"));
    }

    private static String timeliness(Step step) {
        if (!step.counted()) {
            return "";
        }
        return step.done() ? (step.late() ? "LATE" : "ON_TIME") : "MISSED";
    }
}
