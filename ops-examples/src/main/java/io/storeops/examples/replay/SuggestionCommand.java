package io.storeops.examples.replay;

import io.storeops.Desk;
import io.storeops.feedback.Proposal;
import io.storeops.feedback.Suggestion;
import io.storeops.feedback.SuggestionScope;
import io.storeops.feedback.WorkFeedback;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** SUBMIT_SUGGESTION and DECIDE_SUGGESTION. */
final class SuggestionCommand implements ScenarioCommand {
    private final StoreId store;
    private final Function<ActorId, Desk> desks;

    SuggestionCommand(StoreId store, Function<ActorId, Desk> desks) {
        this.store = store;
        this.desks = desks;
    }

    @Override
    public Set<String> names() {
        return Set.of("SUBMIT_SUGGESTION", "DECIDE_SUGGESTION");
    }

    @Override
    public Map<String, Json> perform(Command command, ActorId operator) {
        String id = command.args().text("suggestion");
        WorkFeedback feedback = desks.apply(ActorId.of(command.actor())).feedback();
        return ScenarioCommand.outcome(
                () -> Map.of("state", state(act(command, id, feedback)), "reason", reason(feedback, id)),
                () -> desks.apply(operator)
                        .feedback()
                        .findSuggestion(store, id)
                        .map(SuggestionCommand::state)
                        .orElseGet(Json::ofNull));
    }

    private Suggestion act(Command command, String id, WorkFeedback feedback) {
        if (command.name().equals("SUBMIT_SUGGESTION")) {
            return feedback.submit(
                    store,
                    new Proposal(
                            id,
                            command.args().member("scope").as("is no scope (S1 to S4)", SuggestionScope::valueOf),
                            command.args().text("about"),
                            command.args().text("text")));
        }
        int version = feedback.getSuggestion(store, id).version();
        String reason = command.args().text("reason");
        return switch (command.args().text("decision")) {
            case "REJECTED" -> feedback.reject(store, id, version, reason);
            case "DEFERRED" -> feedback.defer(store, id, version, reason);
            default -> throw command.args().member("decision").refusal("is neither REJECTED nor DEFERRED");
        };
    }

    private static Json state(Suggestion suggestion) {
        return Json.of(suggestion.state().name());
    }

    private Json reason(WorkFeedback feedback, String id) {
        return feedback.getSuggestion(store, id)
                .answer()
                .flatMap(Suggestion.Answer::reason)
                .map(Json::of)
                .orElseGet(Json::ofNull);
    }
}
