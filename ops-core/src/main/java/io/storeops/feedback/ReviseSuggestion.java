package io.storeops.feedback;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.act.Refusal;
import io.storeops.act.Verdict;
import io.storeops.authority.Right;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/** What an author does with a suggestion that is there: submits the draft, amends it, or withdraws it (R84). */
final class ReviseSuggestion extends SuggestionAct<Suggestion> {
    private final CommandId command;
    private final SuggestionEvent event;
    private final String id;
    private final Optional<Amendment> amendment;

    /** Other words instead of those of a version. */
    private record Amendment(int version, String text) {}

    private ReviseSuggestion(CommandId command, SuggestionEvent event, String id, Optional<Amendment> amendment) {
        super(id, event);
        this.command = requireNonNull(command, "command");
        this.event = event;
        this.id = id;
        this.amendment = amendment;
    }

    static ReviseSuggestion submit(CommandId command, String id) {
        return new ReviseSuggestion(command, SuggestionEvent.SUBMIT, id, Optional.empty());
    }

    static ReviseSuggestion amend(CommandId command, String id, int version, String text) {
        Amendment amendment = new Amendment(version, Proposal.requireText(id, text));
        return new ReviseSuggestion(command, SuggestionEvent.AMEND, id, Optional.of(amendment));
    }

    static ReviseSuggestion withdraw(CommandId command, String id) {
        return new ReviseSuggestion(command, SuggestionEvent.WITHDRAW, id, Optional.empty());
    }

    /** The right of its scope; any of the four if there is no such suggestion, and the decision says so. */
    @Override
    public List<Right> anyOf(Context context) {
        return find(context).map(known -> List.of(known.scope().right())).orElse(entry().anyOf());
    }

    @Override
    public String arguments() {
        return amendment
                .map(words -> Json.array(List.of(Json.of(id), Json.of(words.version()), Json.of(words.text()))))
                .orElse(Json.array(List.of(Json.of(id))))
                .canonical();
    }

    @Override
    Optional<Refusal> refusal(Context context, Suggestion known) {
        return known.author().equals(context.actor())
                ? amendment.flatMap(words -> passed(known, words.version()))
                : Optional.of(new Refusal(
                        "NOT_AUTHOR",
                        "suggestion " + id + " is by " + known.author() + "; " + event + " is for its author alone"));
    }

    @Override
    Verdict.Done done(Context context, Versioned<Suggestion> known, SuggestionState to) {
        return replaced(
                known,
                amendment
                        .map(words -> known.value().amended(context, to, words.text()))
                        .orElseGet(() -> known.value().moved(context, to)));
    }

    @Override
    public Suggestion recall(Context context, Json result) {
        return first(context, command, id);
    }
}
