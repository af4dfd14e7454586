package io.storeops.examples.replay;

import io.storeops.feedback.Proposal;
import io.storeops.feedback.Suggestion;
import io.storeops.feedback.SuggestionScope;
import io.storeops.feedback.SuggestionState;
import io.storeops.feedback.WorkFeedback;
import io.storeops.id.ActorId;
import io.storeops.json.JsonReader;
import io.storeops.task.Task;
import io.storeops.task.TaskTerms;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * DRAFT_, SUBMIT_, AMEND_, WITHDRAW_ and DECIDE_SUGGESTION.
 *
 * @param stage where the scenario is acted out
 */
record SuggestionCommands(Stage stage) {
    private static final String SUGGESTION = "suggestion";

    Map<String, BuiltCommand> all() {
        return Map.of(
                "DRAFT_SUGGESTION",
                acting((feedback, command) -> shown(feedback.draft(stage.store(), proposal(command)))),
                "SUBMIT_SUGGESTION",
                acting((feedback, command) -> shown(submit(feedback, command))),
                "AMEND_SUGGESTION",
                acting((feedback, command) -> shown(feedback.amend(
                        stage.store(),
                        id(command),
                        version(command),
                        command.args().text("text")))),
                "WITHDRAW_SUGGESTION",
                acting((feedback, command) -> shown(feedback.withdraw(stage.store(), id(command)))),
                "DECIDE_SUGGESTION",
                acting(this::decide));
    }

    private BuiltCommand acting(BiFunction<WorkFeedback, Command, Map<String, ?>> act) {
        return BuiltCommand.on(
                SUGGESTION,
                command -> BuiltCommand.shown(
                        () -> act.apply(stage.deskOf(command).feedback(), command),
                        () -> find(command).map(SuggestionCommands::shown).orElse(Map.of("state", Optional.empty()))));
    }

    private static String id(Command command) {
        return command.args().text(SUGGESTION);
    }

    private static Proposal proposal(Command command) {
        return new Proposal(
                id(command),
                command.args().member("scope").as("is not a scope (S1 to S4)", SuggestionScope::valueOf),
                command.args().text("about"),
                command.args().text("text"));
    }

    private Optional<Suggestion> find(Command command) {
        return stage.source().feedback().findSuggestion(stage.store(), id(command));
    }

    /** The version that everybody can see now; the library says so if there is no such suggestion. */
    private int version(Command command) {
        return find(command).map(Suggestion::version).orElse(1);
    }

    private Suggestion submit(WorkFeedback feedback, Command command) {
        return find(command)
                        .filter(known -> known.state() == SuggestionState.DRAFT)
                        .isPresent()
                ? feedback.submit(stage.store(), id(command))
                : feedback.submit(stage.store(), proposal(command));
    }

    private Map<String, ?> decide(WorkFeedback feedback, Command command) {
        int version = version(command);
        JsonReader decision = command.args().member("decision");
        String reason =
                command.args().findMember("reason").map(JsonReader::text).orElse("");
        return switch (decision.text()) {
            case "REJECTED" -> shown(feedback.reject(stage.store(), id(command), version, reason));
            case "DEFERRED" -> shown(feedback.defer(stage.store(), id(command), version, reason));
            case "ACCEPTED" -> {
                Task task = feedback.accept(stage.store(), id(command), version, terms(command));
                Map<String, Object> shown = new HashMap<>(shown(find(command).orElseThrow()));
                shown.put("task", task.id());
                yield shown;
            }
            default -> throw decision.refusal("is none of ACCEPTED, REJECTED, DEFERRED");
        };
    }

    /** Without a task there is nothing that could be due later; the library refuses what is due at once. */
    private static TaskTerms terms(Command command) {
        return command.args()
                .findMember("task")
                .map(task -> new TaskTerms(
                        ActorId.of(task.text("assignee")),
                        task.text("title"),
                        Command.instant(task.member("due")),
                        Optional.of(task.text("task"))))
                .orElseGet(() -> new TaskTerms(ActorId.of(command.actor()), id(command), command.at()));
    }

    private static Map<String, Object> shown(Suggestion suggestion) {
        return Map.of("state", suggestion.state(), "text", suggestion.text(), "version", suggestion.version());
    }
}
