package io.storeops.examples.replay;

import io.storeops.authority.Assignment;
import io.storeops.feedback.Suggestion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Duty 5, so far: suggestions and the decisions on them. */
final class FeedbackPart implements ReplayPart {
    private final Stage stage;

    FeedbackPart(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Map<String, BuiltCommand> commands() {
        return new SuggestionCommands(stage).all();
    }

    @Override
    public List<ResultTable> tables() {
        return List.of(suggestions());
    }

    private ResultTable suggestions() {
        Notation notation = stage.notation();
        Map<String, String> tasks = tasks();
        return TableLayout.<Suggestion>of("suggestions.csv")
                .key("suggestion", Suggestion::id)
                .column("scope", each -> each.scope().name())
                .column("author", each -> each.author().value())
                .column(
                        "submitted_at",
                        each -> each.submittedAt().map(notation::instant).orElse(""))
                .column(
                        "decided_at",
                        each -> each.answer()
                                .map(answer -> notation.instant(answer.at()))
                                .orElse(""))
                .column(
                        "decided_by",
                        each -> each.answer().map(answer -> answer.by().value()).orElse(""))
                .column("state", each -> each.state().name())
                .column(
                        "reason",
                        each -> each.answer().flatMap(Suggestion.Answer::reason).orElse(""))
                .column("task", each -> tasks.getOrDefault(each.id(), ""))
                .column("text", each -> each.text().orElse(""))
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
