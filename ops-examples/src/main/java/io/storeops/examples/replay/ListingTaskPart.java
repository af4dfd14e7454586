package io.storeops.examples.replay;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.listingtask.ListingBlock;
import io.storeops.listingtask.ListingPhase;
import io.storeops.listingtask.ListingTask;
import io.storeops.listingtask.ListingTasks;
import io.storeops.listingtask.WentLive;
import io.storeops.step.CheckRecord;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer.Change;
import io.storeops.task.Task;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Listings and optimisations: their steps, what they wait for, what is read back, their confirmation. What else happens to their tasks is
 * in the part of tasks.
 *
 * @param stage where the scenario is acted out
 */
record ListingTaskPart(Stage stage) implements ReplayPart {
    private static final String TASK = "task";
    private static final String STATE = "state";
    private static final String PHASE = "phase";
    private static final String DIFFERENCE = "difference";

    /** An act of a person on a listing. */
    private interface Acting {
        Map<String, Object> on(ListingTasks listings, Command command, String id);
    }

    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of(
                "DO_STEP", new BuiltCommand(StepPart::target, this::doStep),
                "BLOCK_TASK",
                        acting((listings, command, id) -> shown(listings.block(
                                stage.store(),
                                id,
                                command.args().elements("missing").stream()
                                        .map(JsonReader::text)
                                        .toList(),
                                command.args().text("needs")))),
                "AMEND_INSTRUCTION",
                        acting((listings, command, id) -> shown(listings.amend(
                                stage.store(),
                                id,
                                ListedValues.of(command.args().member("instruction"))))),
                "GO_LIVE", acting(this::goLive),
                "CONFIRM_LISTING", acting((listings, command, id) -> shown(listings.confirm(stage.store(), id))));
    }

    private BuiltCommand acting(Acting act) {
        return BuiltCommand.on(TASK, command -> {
            String id = command.args().text(TASK);
            Supplier<Map<String, ?>> done = () -> act.on(stage.deskOf(command).listingTasks(), command, id);
            return BuiltCommand.shown(done, () -> standing(id));
        });
    }

    private Map<String, Object> goLive(ListingTasks listings, Command command, String id) {
        WentLive went = listings.goLive(
                stage.store(), id, ListedValues.read(command.args().member("read_back")));
        Map<String, Object> shown = new HashMap<>(shown(went.listing()));
        shown.put(DIFFERENCE, went.difference());
        if (!went.difference().isEmpty()) {
            shown.put("code", "READ_BACK_DIFFERS");
        }
        return shown;
    }

    /** The state is the task's, the phase its own. */
    private Map<String, Object> shown(ListingTask listing) {
        return Map.of(STATE, task(listing.task()).map(Task::state), PHASE, listing.phase());
    }

    private Map<String, Object> standing(String id) {
        return find(stage, id)
                .map(this::shown)
                .orElseGet(() -> Map.of(STATE, task(id).map(Task::state), PHASE, Optional.empty()));
    }

    private Optional<Task> task(String id) {
        return stage.source().tasks().find(stage.store(), id);
    }

    static Optional<ListingTask> find(Stage stage, String id) {
        return stage.source().listingTasks().find(stage.store(), id);
    }

    /** An answer that differs from the instruction does so in its own step. */
    private Optional<Map<String, Json>> doStep(Command command) {
        JsonReader args = command.args();
        if (find(stage, args.text("of")).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Json> shown = BuiltCommand.shown(
                () -> answered(
                        stage.deskOf(command)
                                .steps()
                                .answer(stage.store(), args.text("run"), args.text("step"), StepPart.answer(command)),
                        args.text("of")),
                () -> StepPart.find(stage, command)
                        .map(step -> answered(step, args.text("of")))
                        .orElseGet(() -> Map.of(STATE, Optional.empty())));
        if (Json.of("DIFFERENCE").equals(shown.get("code"))) {
            shown.put(DIFFERENCE, Json.array(List.of(Json.of(args.text("step")))));
        }
        return Optional.of(shown);
    }

    private Map<String, Object> answered(Step step, String of) {
        Map<String, Object> shown = new HashMap<>(StepPart.shown(step));
        shown.put(PHASE, find(stage, of).map(ListingTask::phase));
        return shown;
    }

    private List<ListingTask> listings() {
        return Stream.of(ListingPhase.values())
                .flatMap(phase -> stage.source().listingTasks().in(stage.store(), phase).stream())
                .sorted(Comparator.comparing(
                                (ListingTask listing) -> listing.given().at())
                        .thenComparing(ListingTask::task))
                .toList();
    }

    @Override
    public List<ResultTable> tables() {
        List<ListingTask> listings = listings();
        return listings.isEmpty()
                ? List.of()
                : List.of(new TableLayout<ListingTask>("listings.csv", stage.notation())
                        .key(TASK, ListingTask::task)
                        .column("kind", ListingTask::kind)
                        .column("subject", ListingTask::subject)
                        .column("assigned_at", listing -> listing.given().at())
                        .column("due_at", ListingTask::due)
                        .column("blocked_at", listing -> listing.block().map(ListingBlock::at))
                        .column("back_at", listing -> listing.block().flatMap(ListingBlock::backAt))
                        .column("self_checked_at", listing -> listing.course().selfCheckedAt())
                        .column("live_at", listing -> listing.course().liveAt())
                        .column("confirmed_at", listing -> listing.course().confirmedAt())
                        .column("cancelled_at", listing -> listing.course().cancelledAt())
                        .column(PHASE, ListingTask::phase)
                        .column("task_state", listing -> task(listing.task()).map(Task::state))
                        .column(
                                "done_at",
                                listing -> task(listing.task())
                                        .flatMap(done -> done.course().doneAt()))
                        .column(
                                "errors",
                                listing -> steps(listing).mapToInt(Step::errors).sum())
                        .column("old_value", listing -> changed(listing, Change::before))
                        .column("new_value", listing -> changed(listing, Change::after))
                        .table(listings));
    }

    private Stream<Step> steps(ListingTask listing) {
        return stage.source().steps().of(stage.store(), listing.target()).stream();
    }

    /** What the steps of an optimisation found, and left, by their last answers. */
    private String changed(ListingTask listing, Function<Change, Optional<String>> value) {
        return steps(listing)
                .flatMap(step -> stage.source().steps().records(stage.store(), step.run(), step.name()).stream()
                        .filter(record -> record.kind() == CheckRecord.Kind.OK)
                        .flatMap(record -> record.change().stream())
                        .reduce((first, later) -> later)
                        .stream())
                .flatMap(change -> value.apply(change).stream())
                .collect(Collectors.joining("; "));
    }
}
