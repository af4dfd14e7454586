package io.storeops.examples.replay;

import io.storeops.authority.Assignment;
import io.storeops.feedback.Suggestion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Duty 5, so far: suggestions and the decisions on them.
 *
 * @param stage where the scenario is acted out
 */
record FeedbackPart(Stage stage) implements ReplayPart {
    @Override
    public Map<String, BuiltCommand> commands() {
        return new SuggestionCommands(stage).all();
    }

    @Override
    public List<ResultTable> tables() {
        return List.of(suggestions());
    }

    private ResultTable suggestions() {
        Map<String, String> tasks = tasks();
        return new TableLayout<Suggestion>("suggestions.csv", stage.notation())
                .key("suggestion", Suggestion::id)
                .column("scope", Suggestion::scope)
                .column("author", Suggestion::author)
                .column("submitted_at", Suggestion::submittedAt)
                .column("decided_at", each -> each.answer().map(Suggestion.Answer::at))
                .column("decided_by", each -> each.answer().map(Suggestion.Answer::by))
                .column("state", Suggestion::state)
                .column("reason", each -> each.answer().flatMap(Suggestion.Answer::reason))
                .column("task", each -> tasks.getOrDefault(each.id(), ""))
                .column("text", Suggestion::text)
                .table(stage.source().feedback().suggestions(stage.store()).stream()
                        .sorted(Comparator.comparing(Suggestion::writtenAt).thenComparing(Suggestion::id))
                        .toList());
    }

    /** What came of the accepted suggestions, by suggestion. */
    private Map<String, String> tasks() {
        Map<String, String> tasks = new HashMap<>();
        stage.scenario().enrolment().assignments().stream()
                .map(Assignment::actor)
                .distinct()
                .flatMap(actor -> stage.source().tasks().givenTo(stage.store(), actor).stream())
                .forEach(task -> task.origin().ifPresent(origin -> tasks.put(origin.id(), task.id())));
        return tasks;
    }
}
